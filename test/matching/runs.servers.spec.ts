import { SYSTEM } from '../../src/common/actor';
import { IntakeModule } from '../../src/intake/intake.module';
import { JsonlImport } from '../../src/intake/jsonl-import';
import { FirstModel } from '../../src/matching/models/first-model';
import { MatchingModule } from '../../src/matching/matching.module';
import type { RunView } from '../../src/matching/runs/run.schema';
import { readEnv } from '../../src/platform/config/env';
import { Database } from '../../src/platform/database/database';
import { MAX_STARTS } from '../../src/queues/job-runner';
import { QueuesModule } from '../../src/queues/queues.module';
import { type RunningWorker, runWorker } from '../../src/run-worker';
import { type Client, createTestApp, type TestApp } from '../support/test-app';
import { until } from '../support/until';

const MASTER_KEY = Buffer.alloc(32, 3).toString('base64');
let server: TestApp;
let manager: Client;
let officer: Client;
let worker: RunningWorker | undefined;

beforeAll(async () => {
  server = await createTestApp({
    imports: [QueuesModule, MatchingModule, IntakeModule],
    settings: { MASTER_KEY },
  });
  await server.app.get(FirstModel).ensure([]);
  manager = await server.signIn({ role: 'manager' });
  officer = await server.signIn({ role: 'officer', parkIds: [await server.makePark()] });
  const lines = (prefix: string, count: number) =>
    Array.from({ length: count }, (_, at) => ({
      id: `${prefix}-${at}`,
      title: `${prefix} ${at}`,
      tags: [],
      text: `${['碳化硅衬底切割', '煤层气提浓', '镁合金压铸', '储能电池热管理'][at % 4]}工艺与装备 ${prefix} ${at}`,
    }));
  const intake = server.app.get(JsonlImport);
  await intake.run(SYSTEM, lines('need', 230), { kind: 'needs' });
  await intake.run(SYSTEM, lines('project', 60), { kind: 'projects' });
}, 60_000);
afterEach(async () => {
  await worker?.stop();
  worker = undefined;
});
afterAll(() => server.close());

const start = async (): Promise<RunView> =>
  (await manager.post('/match-runs', {}).expect(202)).body as RunView;
const get = async (id: string): Promise<RunView> =>
  (await officer.get(`/match-runs/${id}`).expect(200)).body as RunView;
const work = async (): Promise<void> => {
  worker = await runWorker(readEnv({ ...server.database.settings, MASTER_KEY }));
};
const ended = (id: string): Promise<RunView> =>
  until(async () => {
    const run = await get(id);
    return run.finishedAt === null ? undefined : run;
  });

it('is asked for by managers only, one at a time', async () => {
  await officer.post('/match-runs', {}).expect(403);
  const first = await start();
  expect(first).toMatchObject({ state: 'waiting', done: 0 });
  expect((await start()).id).toBe(first.id);
});

it('stops before it began when it is cancelled, and is over then', async () => {
  const { id } = await start();
  await manager.post(`/match-runs/${id}/cancel`).expect(202);
  await work();
  expect(await ended(id)).toMatchObject({ state: 'cancelled' });
  const refused = await manager.post(`/match-runs/${id}/cancel`).expect(409);
  expect(refused.body).toMatchObject({ code: 'MATCH.RUN_OVER' });
});

it('tells its progress as it happens and ends the stream with the result', async () => {
  const { id } = await start();
  const stream = officer.get(`/match-runs/${id}/events`).buffer(true);
  const told = stream.then((answer) => answer.text);
  await work();
  const runs = (await told)
    .split('\n')
    .filter((line) => line.startsWith('data: {"id"'))
    .map((line) => JSON.parse(line.slice(6)) as RunView);
  expect(runs.at(-1)).toMatchObject({ id, state: 'finished', total: 290, done: 290 });
  expect(runs.map(({ done }) => done)).toEqual([...runs.map(({ done }) => done)].sort((a, b) => a - b));
  expect(runs.at(-1)?.byKind['tech-project']).toEqual({ demands: 230, entries: 230 * 50 });
});

it('goes on where a lost worker stopped, without what was withdrawn since', async () => {
  const { id } = await start();
  await server.app.get(Database).as(SYSTEM, async (tx) => {
    await tx.query(
      `UPDATE match_runs SET state = 'running', started_at = now(), total = 290, done = 100,
         resume_after = (SELECT id FROM needs ORDER BY id LIMIT 1 OFFSET 99) WHERE id = $1`,
      [id],
    );
    // Its own job has not come yet.
    await tx.query(`UPDATE projects SET status = 'withdrawn' WHERE source_ref = 'project-7'`);
  });
  await work();
  const run = await ended(id);
  expect(run).toMatchObject({ state: 'finished', total: 289, done: 289 });
  // Only what was left: 130 needs and 59 projects.
  expect(run.byKind['tech-project']?.demands).toBe(130);
});

it('has failed once its job is set aside', async () => {
  const { id } = await start();
  await server.app.get(Database).as(SYSTEM, async (tx) => {
    // A model that cannot be read fails every attempt.
    await tx.query(`UPDATE outbox SET starts = $2 WHERE key = $1`, [id, MAX_STARTS - 1]);
    await tx.query(`UPDATE match_models SET body = '\\x00'`);
  });
  await work();
  expect(await ended(id)).toMatchObject({ state: 'failed' });
});
