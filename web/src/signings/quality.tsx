import type { QualityView } from '@server/plan/crediting/decision.schema';
import type { SigningView } from '@server/signings/signing.view';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Input, Modal, Radio, Select } from 'antd';
import { useState } from 'react';
import { get, post } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { Field } from '../ui/field';
import layout from '../ui/layout.module.css';
import { useAct } from '../ui/use-act';
import { useUser } from '../session/session';
import { Nothing } from '../ui/nothing';
import { useMoment } from '../ui/time';
import { useWords } from '../vocabulary/vocabularies';
import styles from './signing.module.css';

const READERS = new Set(['manager', 'auditor', 'park-lead', 'officer']);

/** 优秀, 高质量, 优质, 重点: what a person decided, with reason and basis; the latest of a word holds. */
export function Quality({ signing }: { signing: SigningView }) {
  const { say } = useMessages();
  const { label } = useWords();
  const moment = useMoment();
  const { role } = useUser();
  const [isDeciding, setDeciding] = useState(false);
  const { data } = useQuery({
    queryKey: ['signings', signing.id, 'quality'],
    queryFn: ({ signal }) => get<QualityView[]>(`/signings/${signing.id}/quality`, { signal }),
    enabled: READERS.has(role),
  });
  if (!data) return null;
  const holding = new Map(data.map(({ id, word }) => [word, id]));
  return (
    <section className={styles.card}>
      <h2>{say('signings.quality')}</h2>
      {data.length === 0 && <Nothing why={say('signings.noQuality')} />}
      <ul className={styles.papers}>
        {data.toReversed().map(({ id, word, applies, reason, basis, decidedAt }) => (
          <li key={id} data-past={holding.get(word) !== id}>
            <strong>
              {say(applies ? 'signings.applies' : 'signings.appliesNot', {
                word: label('quality-words', word),
              })}
            </strong>
            <span lang="">{reason}</span>
            <span lang="">{say('signings.basisOf', { basis })}</span>
            <small>{moment(decidedAt)}</small>
          </li>
        ))}
      </ul>
      {role === 'manager' && signing.voidedAt === null && (
        <Button className="no-print" onClick={() => setDeciding(true)}>
          {say('signings.decideQuality')}
        </Button>
      )}
      {isDeciding && <Decide signing={signing} onClose={() => setDeciding(false)} />}
    </section>
  );
}

function Decide({ signing, onClose }: { signing: SigningView; onClose: () => void }) {
  const { say } = useMessages();
  const { options } = useWords();
  const client = useQueryClient();
  const { isBusy, act } = useAct();
  const [word, setWord] = useState<string>();
  const [applies, setApplies] = useState(true);
  const [reason, setReason] = useState('');
  const [basis, setBasis] = useState('');
  const save = () =>
    act(async () => {
      const after = await post<SigningView>(
        `/signings/${signing.id}/quality`,
        { word, applies, reason, basis },
        { version: signing.version },
      );
      client.setQueryData(['signings', signing.id], after);
      void client.invalidateQueries({ queryKey: ['signings', signing.id] });
      void client.invalidateQueries({ queryKey: ['plans'] });
      onClose();
    });
  return (
    <Modal
      open
      title={say('signings.decideQuality')}
      okText={say('action.confirm')}
      cancelText={say('action.cancel')}
      confirmLoading={isBusy}
      okButtonProps={{ disabled: !word || reason.trim() === '' || basis.trim() === '' }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <div className={layout.grid}>
        <Field label={say('signings.word')}>
          {(id) => (
            <Select
              id={id}
              value={word}
              options={options('quality-words')}
              onChange={(next) => setWord(next)}
            />
          )}
        </Field>
        <Radio.Group
          aria-label={say('signings.quality')}
          value={applies}
          onChange={(event) => setApplies(event.target.value === true)}
          options={[
            { value: true, label: say('signings.yes') },
            { value: false, label: say('signings.no') },
          ]}
        />
        <Field label={say('signings.reason')} wide>
          {(id) => (
            <Input.TextArea
              id={id}
              rows={2}
              maxLength={1000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
        <Field label={say('signings.basis')} hint={say('signings.basisHint')} wide>
          {(id) => (
            <Input id={id} maxLength={500} value={basis} onChange={(event) => setBasis(event.target.value)} />
          )}
        </Field>
      </div>
    </Modal>
  );
}
