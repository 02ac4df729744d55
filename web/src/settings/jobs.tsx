import type { Page as PageOf } from '@server/common/page';
import type { JobSummary, JobView } from '@server/operations/jobs/job.schema';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { get, post } from '../api/http';
import { useMessages } from '../i18n/use-messages';
import { useAct } from '../ui/use-act';
import { type Column, DataTable } from '../ui/data-table';
import { Facts } from '../ui/facts';
import { Loaded } from '../ui/loaded';
import { Nothing } from '../ui/nothing';
import { useMoment } from '../ui/time';
import { useJobWords } from './job-words';
import styles from './settings.module.css';
import layout from '../ui/layout.module.css';

const LOOK_MS = 5_000;
/** As `GET /health/work` judges it. */
const LATE_SECONDS = 300;

/** Work in the background: what waits and for how long, what was set aside and can be tried again, what comes by the clock. */
export function Jobs() {
  const { say } = useMessages();
  const query = useQuery({
    queryKey: ['jobs', 'summary'],
    queryFn: ({ signal }) => get<JobSummary>('/jobs/summary', { signal }),
    refetchInterval: LOOK_MS,
  });
  return (
    <Loaded query={query}>
      {(summary) => (
        <>
          <Health summary={summary} />
          <SetAside count={summary.quarantined} />
          <h2 className={styles.section}>{say('jobs.byKind')}</h2>
          <ByKind jobs={summary.jobs} />
          <h2 className={styles.section}>{say('jobs.byClock')}</h2>
          <ByClock schedules={summary.schedules} />
        </>
      )}
    </Loaded>
  );
}

function Health({ summary: { waiting, quarantined, oldestSeconds } }: { summary: JobSummary }) {
  const { say } = useMessages();
  const { duration } = useJobWords();
  const isLate = oldestSeconds > LATE_SECONDS;
  const state = isLate ? 'late' : quarantined > 0 ? 'setAside' : 'well';
  return (
    <>
      <Alert
        className={styles.lead}
        type={state === 'well' ? 'success' : 'warning'}
        showIcon
        title={say(`jobs.${state}`)}
        description={say(`jobs.${state}Hint`)}
      />
      <Facts
        facts={[
          [say('jobs.waiting'), say('jobs.count', { count: waiting })],
          [say('jobs.lag'), duration(oldestSeconds)],
          [say('jobs.quarantined'), say('jobs.count', { count: quarantined })],
        ]}
      />
    </>
  );
}

function SetAside({ count }: { count: number }) {
  const { say } = useMessages();
  const { message } = App.useApp();
  const { jobName } = useJobWords();
  const moment = useMoment();
  const client = useQueryClient();
  const { isBusy, act } = useAct();
  const query = useQuery({
    queryKey: ['jobs', 'quarantined', count],
    queryFn: ({ signal }) => get<PageOf<JobView>>('/jobs?state=quarantined&limit=50', { signal }),
    enabled: count > 0,
  });
  if (count === 0) return null;
  const retry = (ids?: string[]) =>
    act(async () => {
      const { retried } = await post<{ retried: number }>('/jobs/retry', ids ? { ids } : {});
      await client.invalidateQueries({ queryKey: ['jobs'] });
      void message.success(say('jobs.retried', { count: retried }));
    });
  const columns: Column<JobView>[] = [
    { key: 'job', title: say('jobs.job'), render: ({ job }) => jobName(job) },
    { key: 'about', title: say('jobs.about'), render: ({ key }) => <code>{key}</code> },
    { key: 'error', title: say('jobs.error'), width: 200, render: ({ error }) => <code>{error}</code> },
    { key: 'starts', title: say('jobs.starts'), width: 90, render: ({ starts }) => starts },
    {
      key: 'since',
      title: say('jobs.since'),
      width: 170,
      render: ({ quarantinedAt }) => moment(quarantinedAt),
    },
    {
      key: 'acts',
      title: say('setup.acts'),
      width: 90,
      render: ({ id, job }) => (
        <Button
          size="small"
          disabled={isBusy}
          aria-label={`${say('jobs.retry')} ${jobName(job)}`}
          onClick={() => void retry([id])}
        >
          {say('jobs.retry')}
        </Button>
      ),
    },
  ];
  return (
    <>
      <h2 className={styles.section}>{say('jobs.quarantined')}</h2>
      <div className={layout.bar}>
        <Button type="primary" disabled={isBusy} onClick={() => void retry()}>
          {say('jobs.retryAll')}
        </Button>
      </div>
      <Loaded query={query}>
        {({ items }) => <DataTable name={say('jobs.quarantined')} columns={columns} rows={items} />}
      </Loaded>
    </>
  );
}

type Kind = JobSummary['jobs'][number];

function ByKind({ jobs }: { jobs: readonly Kind[] }) {
  const { say } = useMessages();
  const { jobName, duration } = useJobWords();
  if (jobs.length === 0) return <Nothing why={say('jobs.none')} />;
  const columns: Column<Kind & { id: string }>[] = [
    { key: 'job', title: say('jobs.job'), render: ({ job }) => jobName(job) },
    { key: 'waiting', title: say('jobs.waiting'), width: 90, render: ({ waiting }) => waiting },
    { key: 'running', title: say('jobs.running'), width: 90, render: ({ running }) => running },
    { key: 'done', title: say('jobs.done'), width: 120, render: ({ done }) => done },
    {
      key: 'run',
      title: say('jobs.took'),
      width: 160,
      render: ({ runSeconds }) => runSeconds && duration(runSeconds.p95),
    },
    {
      key: 'answer',
      title: say('jobs.answered'),
      width: 160,
      render: ({ answerSeconds }) => answerSeconds && duration(answerSeconds.p95),
    },
  ];
  return (
    <DataTable
      name={say('jobs.byKind')}
      columns={columns}
      rows={jobs.map((kind) => ({ ...kind, id: kind.job }))}
    />
  );
}

type Schedule = JobSummary['schedules'][number];

function ByClock({ schedules }: { schedules: readonly Schedule[] }) {
  const { say } = useMessages();
  const { jobName, duration } = useJobWords();
  const moment = useMoment();
  const columns: Column<Schedule & { id: string }>[] = [
    { key: 'job', title: say('jobs.job'), render: ({ job }) => jobName(job) },
    {
      key: 'every',
      title: say('jobs.every'),
      width: 120,
      render: ({ everySeconds }) => duration(everySeconds),
    },
    {
      key: 'last',
      title: say('jobs.last'),
      width: 180,
      render: ({ endedAt }) => (endedAt ? moment(endedAt) : say('jobs.never')),
    },
    {
      key: 'took',
      title: say('jobs.lastTook'),
      width: 120,
      render: ({ seconds }) => seconds !== null && duration(seconds),
    },
    {
      key: 'went',
      title: say('jobs.went'),
      width: 180,
      render: ({ endedAt, error }) => (error ? <code>{error}</code> : endedAt ? say('jobs.wentWell') : null),
    },
  ];
  return (
    <DataTable
      name={say('jobs.byClock')}
      columns={columns}
      rows={schedules.map((schedule) => ({ ...schedule, id: schedule.job }))}
    />
  );
}
