import type { PlanView, TargetView } from '@server/plan/plan.schema';
import type { RulePreview } from '@server/plan/preview/preview.schema';
import type { TargetRule } from '@server/plan/target-rule.schema';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { post } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { CountingFields } from './counting-fields';
import { Field } from '../ui/field';
import { ruleChanges } from './rule-changes';
import { RuleFields } from './rule-fields';
import { useAct } from '../ui/use-act';
import styles from './plan.module.css';
import layout from '../ui/layout.module.css';

/** The next version of a rule: changed, looked at, then written with its reason. */
export function RuleEditor({ plan, target }: { plan: PlanView; target: TargetView }) {
  const latest = target.rules.at(-1);
  return latest ? <Editor plan={plan} target={target} latest={latest.rule} /> : null;
}

function Editor({ plan, target, latest }: { plan: PlanView; target: TargetView; latest: TargetRule }) {
  const { say } = useMessages();
  const client = useQueryClient();
  const { isBusy, act } = useAct();
  const [rule, setRule] = useState(latest);
  const [effectiveFrom, setEffectiveFrom] = useState(plan.settings.signedFrom);
  const [reason, setReason] = useState('');
  const [documentNumber, setDocumentNumber] = useState('');
  const [preview, setPreview] = useState<RulePreview>();
  const path = `/plans/${plan.code}/targets/${target.code}/rules`;
  const changes = ruleChanges(latest, rule);
  const isChanged = Object.keys(changes).length > 0;
  const edit = (next: TargetRule) => {
    setRule(next);
    setPreview(undefined);
  };
  const look = () =>
    act(async () => setPreview(await post<RulePreview>(`${path}/preview`, { effectiveFrom, changes })));
  const write = () =>
    act(async () => {
      await post(path, {
        effectiveFrom,
        changes,
        reason,
        documentNumber: documentNumber.trim() || undefined,
      });
      await client.invalidateQueries({ queryKey: ['plans'] });
    });
  return (
    <section className={styles.editor}>
      <h3>{say('plan.newVersion')}</h3>
      <RuleFields rule={rule} activities={plan.activities} onChange={edit} />
      <details className={styles.more}>
        <summary>{say('plan.countingSettings')}</summary>
        <div className={layout.grid}>
          <CountingFields settings={rule.settings} onChange={(settings) => edit({ ...rule, settings })} />
        </div>
      </details>
      <div className={layout.grid}>
        <Field label={say('plan.effectiveFrom')} hint={say('plan.effectiveHint')}>
          {(id) => (
            <Input
              id={id}
              type="date"
              value={effectiveFrom}
              onChange={(event) => {
                setEffectiveFrom(event.target.value);
                setPreview(undefined);
              }}
            />
          )}
        </Field>
        <Field label={say('plan.documentNumber')}>
          {(id) => (
            <Input
              id={id}
              maxLength={100}
              value={documentNumber}
              onChange={(event) => setDocumentNumber(event.target.value)}
            />
          )}
        </Field>
        <Field label={say('plan.reason')} wide>
          {(id) => (
            <Input.TextArea
              id={id}
              rows={2}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      </div>
      {preview && <Effect preview={preview} />}
      <div className={layout.bar}>
        <Button disabled={!isChanged || effectiveFrom === ''} loading={isBusy} onClick={() => void look()}>
          {say('plan.preview')}
        </Button>
        <Button
          type="primary"
          disabled={!preview || reason.trim() === ''}
          loading={isBusy}
          onClick={() => void write()}
        >
          {say('plan.writeVersion')}
        </Button>
        {!isChanged && <small className={layout.hint}>{say('plan.nothingChanged')}</small>}
        {isChanged && !preview && <small className={layout.hint}>{say('plan.previewFirst')}</small>}
      </div>
    </section>
  );
}

/** What the version would make of the number, with the signings that come and go. */
function Effect({ preview }: { preview: RulePreview }) {
  const { say } = useMessages();
  const { before, after, goalBefore, goalAfter, gained, lost, gainedInAll, lostInAll } = preview;
  const sides = [
    ['gained', gained, gainedInAll],
    ['lost', lost, lostInAll],
  ] as const;
  return (
    <div className={styles.effect} role="status">
      <strong>{say('plan.effect', { before, after, goalBefore, goalAfter })}</strong>
      {sides.map(
        ([side, named, all]) =>
          all > 0 && (
            <div key={side}>
              {say(`plan.${side}`, { count: all })}
              <ul>
                {named.map(({ id, code, title }) => (
                  <li key={id}>
                    <Link to="/signings/$id" params={{ id }} lang="">
                      {`${code} ${title}`}
                    </Link>
                  </li>
                ))}
              </ul>
            </div>
          ),
      )}
    </div>
  );
}
