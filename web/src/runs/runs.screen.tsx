import type { RunView } from '@server/matching/runs/run.schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Progress } from 'antd';
import { get, post } from '../api/http';
import { sentenceOf } from '../i18n/sentence-of';
import { useMessages } from '../i18n/use-messages';
import { useUser } from '../session/session';
import { Loaded } from '../ui/loaded';
import { Nothing } from '../ui/nothing';
import { Page } from '../ui/page';
import { useMoment } from '../ui/time';
import { useWords } from '../vocabulary/vocabularies';
import { runQuery, useRunEvents } from './run-events';
import { isOver, percentOf } from './run-state';
import styles from './runs.module.css';

/** Matching everything anew: a live bar, what it brought, and the runs before. */
export function RunsScreen() {
  const { say } = useMessages();
  const { role } = useUser();
  const { message } = App.useApp();
  const client = useQueryClient();
  const query = useQuery({
    queryKey: ['runs'],
    queryFn: ({ signal }) => get<{ items: RunView[] }>('/match-runs', { signal }),
  });
  const start = async () => {
    try {
      await post('/match-runs');
      await client.invalidateQueries({ queryKey: ['runs'] });
    } catch (error) {
      void message.error(sentenceOf(error, say));
    }
  };
  const isRunning = query.data?.items.some((run) => !isOver(run)) ?? false;
  return (
    <Page
      title={say('nav.runs')}
      actions={
        role === 'manager' && (
          <Button type="primary" disabled={isRunning} onClick={() => void start()}>
            {say('runs.start')}
          </Button>
        )
      }
    >
      <p className={styles.lead}>{say('runs.lead')}</p>
      <Loaded query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Nothing why={say('runs.none')} />
          ) : (
            <ol className={styles.runs}>
              {items.map((run) => (
                <Run key={run.id} listed={run} mayCancel={role === 'manager'} />
              ))}
            </ol>
          )
        }
      </Loaded>
    </Page>
  );
}

function Run({ listed, mayCancel }: { listed: RunView; mayCancel: boolean }) {
  const { say } = useMessages();
  const { label } = useWords();
  const moment = useMoment();
  const { data: run = listed } = useQuery({
    ...runQuery(listed.id),
    initialData: listed,
    enabled: !isOver(listed),
  });
  useRunEvents(listed);
  return (
    <li>
      <div className={styles.head}>
        <strong>{say(`runs.state.${run.state}`)}</strong>
        <span>{moment(run.createdAt)}</span>
        {mayCancel && !isOver(run) && (
          <Button
            size="small"
            disabled={run.cancelRequested}
            onClick={() => void post(`/match-runs/${run.id}/cancel`)}
          >
            {say('runs.cancel')}
          </Button>
        )}
      </div>
      <Progress
        percent={percentOf(run)}
        showInfo={false}
        status={run.state === 'failed' ? 'exception' : isOver(run) ? 'normal' : 'active'}
        aria-label={say('runs.progress', { done: run.done, total: run.total })}
      />
      <p aria-live="polite">
        {say('runs.progress', { done: run.done, total: run.total })} ·{' '}
        {say('runs.entries', { entries: run.entries })}
      </p>
      <ul className={styles.kinds}>
        {Object.entries(run.byKind).map(([kind, figures]) => (
          <li key={kind}>
            {say('runs.kind', {
              kind: label('pair-kinds', kind),
              demands: figures?.demands ?? 0,
              entries: figures?.entries ?? 0,
            })}
          </li>
        ))}
      </ul>
    </li>
  );
}
