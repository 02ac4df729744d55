import { SYSTEM } from '../../src/common/actor';
import { newId } from '../../src/common/ids';
import { JobsModule } from '../../src/operations/jobs/jobs.module';
import type { JobSummary, JobView } from '../../src/operations/jobs/job.schema';
import { Database } from '../../src/platform/database/database';
import { Outbox } from '../../src/queues/outbox';
import { QueuesModule } from '../../src/queues/queues.module';
import { type Client, createTestApp, type TestApp } from '../support/test-app';

let server: TestApp;
let manager: Client;
beforeAll(async () => {
  server = await createTestApp({ imports: [QueuesModule, JobsModule] });
  manager = await server.signIn({ role: 'manager' });
  await inDatabase(`UPDATE outbox SET done_at = now()`);
  for (let n = 0; n < 4; n++)
    await server.app
      .get(Database)
      .as(SYSTEM, (tx) => server.app.get(Outbox).enqueue('match-all', { runId: newId() }, tx));
  await inDatabase(`UPDATE outbox SET due_at = now() - interval '90 seconds' WHERE done_at IS NULL`);
  await inDatabase(`UPDATE outbox SET quarantined_at = now(), starts = 8, error = 'TypeError'
    WHERE id IN (SELECT id FROM outbox ORDER BY id DESC LIMIT 2)`);
  await inDatabase(`UPDATE outbox SET created_at = now() - interval '9 seconds', started_at = now() - interval '2 seconds',
    done_at = now() WHERE id = (SELECT id FROM outbox WHERE quarantined_at IS NULL AND done_at IS NULL ORDER BY id LIMIT 1)`);
});
afterAll(() => server.close());

const inDatabase = (sql: string) => server.app.get(Database).as(SYSTEM, (tx) => tx.query(sql));
const bodyOf = <T>(answer: { body: unknown }): T => answer.body as T;
const listed = async (state: string) =>
  bodyOf<{ items: JobView[] }>(await manager.get(`/jobs?state=${state}`).expect(200)).items;

it('shows in the metrics what waits, what was set aside and how long work took', async () => {
  const { text } = await server.anonymous().get('/metrics').expect(200);
  const figure = (name: string) =>
    Number(
      text
        .split('\n')
        .find((line) => line.startsWith(`${name} `))
        ?.split(' ')
        .at(-1),
    );
  expect(figure('outbox_jobs{state="waiting"}')).toBe(1);
  expect(figure('outbox_jobs{state="quarantined"}')).toBe(2);
  expect(figure('outbox_oldest_job_seconds')).toBeGreaterThanOrEqual(90);
  expect(figure('queue_jobs{job="match-all",state="waiting"}')).toBe(1);
  expect(figure('jobs_done_recently{job="match-all"}')).toBe(1);
  expect(figure('job_run_seconds{job="match-all",quantile="0.95"}')).toBeCloseTo(2, 1);
  expect(figure('job_answer_seconds{job="match-all",quantile="0.5"}')).toBeCloseTo(9, 1);
});

it('shows a manager the jobs that were set aside and starts them anew, once and on record', async () => {
  const summary = bodyOf<JobSummary>(await manager.get('/jobs/summary').expect(200));
  expect(summary).toMatchObject({ waiting: 1, quarantined: 2 });
  expect(summary.schedules).toContainEqual({
    ...{ job: 'expire-records', everySeconds: 3600, endedAt: null, seconds: null, error: null },
  });
  expect(summary.jobs).toMatchObject([{ job: 'match-all', waiting: 1, quarantined: 2, done: 1 }]);
  const [first, second] = await listed('quarantined');
  expect(first).toMatchObject({ job: 'match-all', state: 'quarantined', starts: 8, error: 'TypeError' });
  const retry = (body: object) => manager.post('/jobs/retry', body).expect(200);
  expect((await retry({ ids: [first?.id] })).body).toEqual({ retried: 1 });
  expect((await retry({ ids: [first?.id] })).body).toEqual({ retried: 0 });
  expect((await listed('quarantined')).map(({ id }) => id)).toEqual([second?.id]);
  expect((await listed('waiting')).find(({ id }) => id === first?.id)).toMatchObject({
    starts: 0,
    error: 'TypeError',
  });
  expect((await retry({})).body).toEqual({ retried: 1 });
  const audit = await manager.get('/audit?action=job.retried').expect(200);
  expect(bodyOf<{ items: { subjectId: string }[] }>(audit).items.map(({ subjectId }) => subjectId)).toEqual([
    second?.id,
    first?.id,
  ]);
});

it('says in its health that work lies, and that it is done again', async () => {
  const ask = async () => {
    const answer = await server.anonymous().get('/health/work');
    return [answer.status, bodyOf<{ status: string }>(answer).status];
  };
  expect(await ask()).toEqual([200, 'ok']);
  await inDatabase(`UPDATE outbox SET due_at = now() - interval '10 minutes' WHERE done_at IS NULL`);
  expect(await ask()).toEqual([503, 'late']);
  await inDatabase(`UPDATE outbox SET started_at = now(), dispatched_at = now() WHERE done_at IS NULL`);
  expect(await ask()).toEqual([200, 'ok']);
});

it('is nobody else’s business', async () => {
  const officer = await server.signIn({ role: 'officer', parkIds: [await server.makePark()] });
  await officer.get('/jobs').expect(403);
  await officer.post('/jobs/retry', {}).expect(403);
});
