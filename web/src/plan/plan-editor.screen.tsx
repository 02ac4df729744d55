import type { PlanSeed } from '@server/plan/plan-seed.schema';
import type { PlanView } from '@server/plan/plan.schema';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useRef, useState } from 'react';
import { get, post, put } from '../api/http';
import { isRequestFailed } from '../api/problem';
import { useMessages } from '../i18n/use-messages';
import { Failure } from '../ui/failure';
import { Loaded } from '../ui/loaded';
import { Page } from '../ui/page';
import { ActivityRows } from './activity-rows';
import { forget, keep, readKept } from './kept-plan';
import { emptyPlan, nextYear, placeOf } from './plan-draft';
import { PlanHead } from './plan-head';
import { PromiseRows } from './promise-rows';
import { TargetCards } from './target-cards';
import { TrackRows } from './track-rows';
import styles from './plan.module.css';
import layout from '../ui/layout.module.css';

const route = getRouteApi('/shell/plan/new');

/** A plan from nothing, from another year's, or entered anew; kept on this machine until it is sent. */
export function PlanEditorScreen() {
  const { from, edit: isEdit = false } = route.useSearch();
  const query = useQuery({
    queryKey: ['plans', from, 'file'],
    queryFn: ({ signal }) => get<PlanSeed>(`/plans/${from}/file`, { signal }),
    enabled: from !== undefined,
    staleTime: Infinity,
  });
  if (from === undefined)
    return <Editor from={undefined} isEdit={false} start={emptyPlan(new Date().getFullYear() + 1)} />;
  return (
    <Loaded query={query}>
      {(file) => (
        <Editor key={file.code} from={from} isEdit={isEdit} start={isEdit ? file : nextYear(file)} />
      )}
    </Loaded>
  );
}

interface Props {
  /** The code of the plan it began from. */
  from: string | undefined;
  isEdit: boolean;
  start: PlanSeed;
}

function Editor({ from, isEdit, start }: Props) {
  const { say } = useMessages();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const client = useQueryClient();
  const kept = useState(() => readKept(from, isEdit))[0];
  const [plan, setPlan] = useState<PlanSeed>(kept ?? start);
  const [failure, setFailure] = useState<unknown>();
  const [isBusy, setBusy] = useState(false);
  const change = (next: Partial<PlanSeed>) => {
    const changed = { ...plan, ...next };
    setPlan(changed);
    keep(from, isEdit, changed);
  };
  const again = () => {
    forget(from, isEdit);
    setPlan(start);
  };
  const send = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      const file = { ...plan, notes: plan.notes.filter((note) => note.trim() !== '') };
      const made = await (isEdit ? put<PlanView>(`/plans/${from}`, file) : post<PlanView>('/plans', file));
      forget(from, isEdit);
      await client.invalidateQueries({ queryKey: ['plans'] });
      void message.success(say('plan.saved'));
      await navigate({ to: '/plan', search: { plan: made.code } });
    } catch (error) {
      setFailure(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Page
      title={say(isEdit ? 'plan.edit' : from === undefined ? 'plan.new' : 'plan.copy')}
      actions={<FromFile onFile={(file) => change(file)} />}
    >
      {kept && (
        <Alert
          className={styles.kept}
          type="info"
          showIcon
          title={say('plan.kept')}
          action={
            <Button size="small" onClick={again}>
              {say('plan.startAgain')}
            </Button>
          }
        />
      )}
      <div className={layout.stack}>
        <PlanHead plan={plan} onChange={change} />
        <TrackRows plan={plan} onChange={change} />
        <ActivityRows plan={plan} onChange={change} />
        <TargetCards plan={plan} onChange={change} />
        <PromiseRows plan={plan} onChange={change} />
      </div>
      {failure !== undefined && <Refusals error={failure} plan={plan} />}
      <div className={layout.bar}>
        <Button type="primary" loading={isBusy} onClick={() => void send()}>
          {say(isEdit ? 'action.save' : 'plan.create')}
        </Button>
        <small className={layout.hint}>{say('plan.keptHere')}</small>
      </div>
    </Page>
  );
}

/** What the server refuses, place by place. */
function Refusals({ error, plan }: { error: unknown; plan: PlanSeed }) {
  const { say } = useMessages();
  const errors = isRequestFailed(error) ? (error.problem?.errors ?? []) : [];
  const nameOfRow = (list: string, index: number): string => {
    if (list === 'activities') return String(plan.activities[index]?.number ?? index + 1);
    if (list === 'targets') return plan.targets[index]?.code ?? String(index + 1);
    return String(index + 1);
  };
  return (
    <div className={layout.refusals}>
      <Failure error={error} />
      <ul>
        {errors.map(({ pointer, detail }) => {
          const { list, index, field } = placeOf(pointer);
          const place = [
            say('plan.place', { list }),
            index !== null && nameOfRow(list, index),
            field !== '' && say('plan.place', { list: field }),
          ];
          return <li key={`${pointer} ${detail}`}>{`${place.filter(Boolean).join(' ')}: ${detail}`}</li>;
        })}
      </ul>
    </div>
  );
}

/** A plan exported before, here or elsewhere. */
function FromFile({ onFile }: { onFile: (plan: PlanSeed) => void }) {
  const { say } = useMessages();
  const { message } = App.useApp();
  const input = useRef<HTMLInputElement>(null);
  const read = async (file: File) => {
    try {
      const plan = JSON.parse(await file.text()) as PlanSeed;
      if (plan.format !== 'plan/1') throw new SyntaxError(plan.format);
      onFile({ ...emptyPlan(plan.year), ...plan });
    } catch {
      void message.error(say('plan.notAFile'));
    }
  };
  return (
    <>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={say('plan.fromFile')}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file) void read(file);
          event.target.value = '';
        }}
      />
      <Button onClick={() => input.current?.click()}>{say('plan.fromFile')}</Button>
    </>
  );
}
