import { join } from 'node:path';
import { newId } from '../../src/common/ids';
import { MAX_STARTS } from '../../src/queues/job-runner';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { until } from '../support/until';
import { Effects } from './support/effects';
import { atMost, exactly, judge } from './support/judge';
import { StubbornProcess } from './support/stubborn-process';

const WORKER_FILE = join(__dirname, 'support/effect-worker.ts');

let database: TestDatabase;
let effects: Effects;
let worker: StubbornProcess | undefined;
beforeAll(async () => {
  database = await createTestDatabase();
  effects = await Effects.open(database.superuserUrl);
});
afterEach(async () => {
  await worker?.stop('SIGKILL');
  worker = undefined;
});
afterAll(async () => {
  await effects.close();
  await database.drop();
});

const launch = async (settings: NodeJS.ProcessEnv): Promise<StubbornProcess> => {
  const own = { ...process.env, ...database.settings, REDIS_URL: database.settings.REDIS_URL };
  worker = new StubbornProcess(WORKER_FILE, { ...own, ...settings });
  await worker.ready();
  return worker;
};
const seconds = (since: number) => (performance.now() - since) / 1000;

it('does each job once though its worker is killed with ten in hand, and ends those in hand when asked to stop', async () => {
  const ids = await effects.ask(30);
  const process = await launch({ EFFECT_JOB_MS: '500', EFFECT_STALE_MS: '4000' });
  await until(async () => ((await effects.faults(ids)).missing <= 20 ? true : undefined));
  const killed = performance.now();
  await process.kill();
  await until(async () => ((await effects.faults(ids)).missing === 0 ? true : undefined));
  const took = seconds(killed);
  const { missing, doubled } = await effects.faults(ids);

  const more = await effects.ask(10);
  await until(async () => {
    const rows = await Promise.all(more.map((id) => effects.rowOf(id)));
    return rows.every((row) => row?.starts === 1) ? true : undefined;
  });
  const { code, ms } = await process.stop('SIGTERM');
  judge('worker killed with 10 jobs in hand', {
    missing: exactly(0, missing),
    doubled: exactly(0, doubled),
    seconds: atMost(20, took),
  });
  const unfinished = await effects.faults(more);
  judge('SIGTERM with 10 jobs running', {
    unfinished: exactly(0, unfinished.missing),
    doubled: exactly(0, unfinished.doubled),
    exitCode: exactly(0, code ?? -1),
    seconds: atMost(30, ms / 1000),
  });
}, 60_000);

it('finishes a job whose worker crashed four times, sets aside one that takes every worker down, while others flow', async () => {
  const poison = newId();
  const [unlucky] = await effects.ask(1);
  await effects.run(`UPDATE outbox SET starts = 4 WHERE key = $1`, [unlucky]);
  await effects.run(
    `INSERT INTO outbox (id, job, key, payload, starts)
     VALUES (gen_random_uuid(), 'match-record', $1, jsonb_build_object('kind', 'need', 'id', $1::text), $2)`,
    [poison, MAX_STARTS - 1],
  );
  const others = await effects.ask(5);
  const since = performance.now();
  await launch({ EFFECT_POISON: poison, EFFECT_STALE_MS: '3000' });
  const row = await until(async () => {
    const found = await effects.rowOf(poison);
    return found?.quarantined ? found : undefined;
  });
  await until(async () =>
    (await effects.faults([unlucky ?? '', ...others])).missing === 0 ? true : undefined,
  );
  judge('poison job', {
    starts: exactly(MAX_STARTS + 1, row.starts),
    effectsOfPoison: exactly(1, (await effects.faults([poison])).missing),
    doubled: exactly(0, (await effects.faults(others)).doubled),
    seconds: atMost(60, seconds(since)),
  });
}, 90_000);
