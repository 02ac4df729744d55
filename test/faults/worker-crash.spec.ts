import { newId } from '../../src/common/ids';
import { MAX_STARTS } from '../../src/queues/job-runner';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { until } from '../support/until';
import { Effects } from './support/effects';
import { atMost, exactly, judge } from './support/judge';
import { Processes, WORKER_FILE } from './support/processes';

let database: TestDatabase;
let effects: Effects;
const processes = new Processes(() => database.settings);
beforeAll(async () => {
  database = await createTestDatabase();
  effects = await Effects.open(database.superuserUrl);
});
afterEach(() => processes.end());
afterAll(async () => {
  await effects.close();
  await database.drop();
});

const ALWAYS = 1_000;
const seconds = (since: number) => (performance.now() - since) / 1000;

it('does each job once though its worker is killed with ten in hand, and ends those in hand when asked to stop', async () => {
  const ids = await effects.ask(30);
  const worker = await processes.launch(WORKER_FILE, { EFFECT_JOB_MS: '500', EFFECT_STALE_MS: '4000' });
  await until(async () => ((await effects.faults(ids)).missing <= 20 ? true : undefined));
  const killed = performance.now();
  await worker.kill();
  await effects.all(ids);
  const took = seconds(killed);
  const { missing, doubled } = await effects.faults(ids);

  const more = await effects.ask(10);
  await effects.begun(more);
  const { code, ms } = await worker.stop('SIGTERM');
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

it('finishes a job that crashed its worker, sets aside one that takes every worker down, while others flow', async () => {
  const [unlucky = ''] = await effects.ask(1);
  const poison = newId();
  await effects.askFor(poison, MAX_STARTS - 1);
  const others = await effects.ask(5);
  const since = performance.now();
  await processes.launch(WORKER_FILE, {
    EFFECT_CRASHES: JSON.stringify({ [unlucky]: 1, [poison]: ALWAYS }),
    EFFECT_STALE_MS: '3000',
  });
  const row = await until(async () => {
    const found = await effects.rowOf(poison);
    return found?.quarantined ? found : undefined;
  });
  await effects.all([unlucky, ...others]);
  judge('poison job', {
    starts: exactly(MAX_STARTS + 1, row.starts),
    effectsOfPoison: exactly(1, (await effects.faults([poison])).missing),
    doubled: exactly(0, (await effects.faults([unlucky, ...others])).doubled),
    seconds: atMost(60, seconds(since)),
  });
}, 90_000);
