import type { ModelDetail, ModelView } from '@server/matching/models/model.schema';
import type { WeightsEffect } from '@server/matching/models/weights-effect';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input, InputNumber, Select, Slider } from 'antd';
import { useState } from 'react';
import { get, post } from '../api/http';
import type { MessageKey } from '../i18n/i18n';
import { useMessages } from '../i18n/use-messages';
import { Field } from '../ui/field';
import layout from '../ui/layout.module.css';
import { useAct } from '../ui/use-act';
import { useUser } from '../session/session';
import { Loaded } from '../ui/loaded';
import { Nothing } from '../ui/nothing';
import { useMoment } from '../ui/time';
import { useWords } from '../vocabulary/vocabularies';
import styles from './settings.module.css';

type PairKind = keyof ModelDetail['weights'];
type Part = keyof ModelDetail['weights'][PairKind];
const PARTS: readonly Part[] = ['text', 'meaning', 'tags', 'criteria'];

/** How much each part of a score weighs: looked at on what is stored first, then made a new model. */
export function Weights() {
  const { say } = useMessages();
  const query = useQuery({
    queryKey: ['models'],
    queryFn: async ({ signal }) => {
      const { items } = await get<{ items: ModelView[] }>('/models', { signal });
      const current = items.find(({ state }) => state === 'current');
      return {
        items,
        current: current && (await get<ModelDetail>(`/models/${current.version}`, { signal })),
      };
    },
  });
  return (
    <Loaded query={query}>
      {({ items, current }) =>
        current ? (
          <>
            <WeightsForm key={current.version} current={current} />
            <Models models={items} />
          </>
        ) : (
          <Nothing why={say('setup.noModel')} />
        )
      }
    </Loaded>
  );
}

function WeightsForm({ current }: { current: ModelDetail }) {
  const { say } = useMessages();
  const { label, options } = useWords();
  const { message } = App.useApp();
  const client = useQueryClient();
  const isManager = useUser().role === 'manager';
  const { isBusy, act } = useAct();
  const [pairKind, setPairKind] = useState<PairKind>('tech-project');
  const [weights, setWeights] = useState(current.weights[pairKind]);
  const [note, setNote] = useState('');
  const [effect, setEffect] = useState<WeightsEffect>();
  const choose = (kind: PairKind) => {
    setPairKind(kind);
    setWeights(current.weights[kind]);
    setEffect(undefined);
  };
  const set = (part: Part, value: number) => {
    setWeights({ ...weights, [part]: value });
    setEffect(undefined);
  };
  const sum = PARTS.reduce((total, part) => total + weights[part], 0);
  const look = () =>
    act(async () => setEffect(await post<WeightsEffect>('/models/weights/preview', { pairKind, weights })));
  const use = () =>
    act(async () => {
      await post('/models/weights', { pairKind, weights, note });
      void message.success(say('setup.weightsUsed'));
      await client.invalidateQueries({ queryKey: ['models'] });
    });
  return (
    <section className={layout.card}>
      <p className={styles.lead}>{say('setup.weightsLead')}</p>
      <Select
        aria-label={say('setup.pairKind')}
        className={layout.choose}
        value={pairKind}
        options={options('pair-kinds')}
        onChange={(kind) => choose(kind)}
      />
      <div className={styles.weights}>
        {PARTS.map((part) => (
          <div key={part}>
            <span>{label('score-parts', part)}</span>
            <Slider
              min={0}
              max={1}
              step={0.05}
              disabled={!isManager}
              value={weights[part]}
              tooltip={{ open: false }}
              ariaLabelForHandle={label('score-parts', part)}
              onChange={(value) => set(part, value)}
            />
            <InputNumber
              aria-label={label('score-parts', part)}
              min={0}
              max={1}
              step={0.05}
              disabled={!isManager}
              value={weights[part]}
              onChange={(value) => set(part, value ?? 0)}
            />
            <small>
              {say('setup.share', { share: sum === 0 ? 0 : Math.round((100 * weights[part]) / sum) })}
            </small>
          </div>
        ))}
      </div>
      {effect && <Effect effect={effect} />}
      {isManager && (
        <>
          <Field label={say('setup.weightsNote')} wide>
            {(id) => (
              <Input id={id} maxLength={200} value={note} onChange={(event) => setNote(event.target.value)} />
            )}
          </Field>
          <div className={layout.bar}>
            <Button disabled={sum === 0} loading={isBusy} onClick={() => void look()}>
              {say('plan.preview')}
            </Button>
            <Button
              type="primary"
              disabled={!effect || note.trim() === ''}
              loading={isBusy}
              onClick={() => void use()}
            >
              {say('setup.useWeights')}
            </Button>
            <small className={layout.hint}>{say('setup.useWeightsHint')}</small>
          </div>
        </>
      )}
    </section>
  );
}

function Effect({ effect }: { effect: WeightsEffect }) {
  const { say } = useMessages();
  const { lists, otherFirst, keptOfTop, comparisons, agreementBefore, agreementAfter } = effect;
  const { fitBefore, fitAfter } = effect;
  const percent = (fit: number | null) =>
    fit === null ? say('setup.fitUnmeasured') : `${Math.round(100 * fit)}%`;
  return (
    <Alert
      type="info"
      role="status"
      title={
        lists === 0
          ? say('setup.noLists')
          : say('setup.effectLists', { lists, otherFirst, kept: Math.round(100 * (keptOfTop ?? 0)) })
      }
      description={
        <>
          <div>
            {comparisons === 0
              ? say('setup.noDecisions')
              : say('setup.effectDecisions', {
                  comparisons,
                  before: Math.round(100 * (agreementBefore ?? 0)),
                  after: Math.round(100 * (agreementAfter ?? 0)),
                })}
          </div>
          {lists > 0 && (
            <div>{say('setup.effectFit', { before: percent(fitBefore), after: percent(fitAfter) })}</div>
          )}
        </>
      }
    />
  );
}

/** Notes that the product writes itself, and what they say; the others were typed. */
const OWN_NOTES: readonly [RegExp, MessageKey][] = [
  [/^background$/, 'setup.noteFirst'],
  [/^learnt for /, 'setup.noteLearnt'],
  [/^run [0-9a-f-]{36}$/, 'setup.noteRun'],
];

function Models({ models }: { models: readonly ModelView[] }) {
  const { say } = useMessages();
  const moment = useMoment();
  const client = useQueryClient();
  const isManager = useUser().role === 'manager';
  const { isBusy, act } = useAct();
  const noteOf = (note: string) => {
    const own = OWN_NOTES.find(([pattern]) => pattern.test(note));
    return own ? say(own[1]) : note;
  };
  const revert = () =>
    act(async () => {
      await post('/models/revert');
      await client.invalidateQueries({ queryKey: ['models'] });
    });
  return (
    <section className={`${layout.card} ${styles.models}`}>
      <h2>{say('setup.models')}</h2>
      <ul className={layout.lines}>
        {models.slice(0, 10).map(({ version, state, note, records, promotedAt }) => (
          <li key={version}>
            <strong>{say('setup.model', { version })}</strong> {state === 'current' && say('setup.current')}{' '}
            {say('setup.modelRecords', { records })} {moment(promotedAt)}
            {note && (
              <small className={layout.hint} lang="">
                {noteOf(note)}
              </small>
            )}
          </li>
        ))}
      </ul>
      {isManager && models.length > 1 && (
        <Button disabled={isBusy} onClick={() => void revert()}>
          {say('setup.revert')}
        </Button>
      )}
    </section>
  );
}
