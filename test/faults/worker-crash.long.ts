import { newId } from '../../src/common/ids';
import { MAX_STARTS } from '../../src/queues/job-runner';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { until } from '../support/until';
import { Effects } from './support/effects';
import { atLeast, atMost, exactly, judge } from './support/judge';
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
const STALE_MS = '1000';
const seconds = (since: number) => (performance.now() - since) / 1000;
const startsOf = async (id: string) => (await effects.rowOf(id))?.starts ?? 0;

it('finishes a job at whose first four starts the worker crashed', async () => {
  const [unlucky = ''] = await effects.ask(1);
  const since = performance.now();
  const worker = await processes.launch(WORKER_FILE, {
    EFFECT_CRASHES: JSON.stringify({ [unlucky]: 4 }),
    EFFECT_STALE_MS: STALE_MS,
  });
  await effects.all([unlucky]);
  judge('four crashes on one job', {
    crashes: exactly(4, worker.deaths),
    starts: exactly(5, await startsOf(unlucky)),
    doubled: exactly(0, (await effects.faults([unlucky])).doubled),
    seconds: atMost(60, seconds(since)),
  });
}, 120_000);

it('sets a job aside that takes every worker down, and none of those that were in hand beside it each time', async () => {
  const [poison = '', ...others] = await effects.ask(10);
  const worker = await processes.launch(WORKER_FILE, {
    EFFECT_CRASHES: JSON.stringify({ [poison]: ALWAYS }),
    EFFECT_STALE_MS: STALE_MS,
    EFFECT_JOB_MS: '300',
  });
  await effects.settled([poison, ...others]);
  const late = await effects.ask(5);
  await effects.settled(late);
  const { missing, doubled } = await effects.faults([...others, ...late]);
  judge('a job that takes every worker down', {
    crashes: exactly(MAX_STARTS, worker.deaths),
    starts: exactly(MAX_STARTS + 1, await startsOf(poison)),
    effectsOfPoison: exactly(1, (await effects.faults([poison])).missing),
    othersMissing: exactly(0, missing),
    othersDoubled: exactly(0, doubled),
  });
}, 180_000);

describe('control', () => {
  it('an effect apart from its mark comes twice when the worker is killed', async () => {
    const ids = await effects.ask(20);
    const worker = await processes.launch(WORKER_FILE, {
      EFFECT_JOB_MS: '500',
      EFFECT_STALE_MS: STALE_MS,
      EFFECT_APART: '1',
    });
    await effects.begun(ids.slice(0, 5));
    await worker.kill();
    await effects.settled(ids);
    const { doubled } = await effects.faults(ids);
    judge('control: worker killed, effect and mark stored apart', { doubled: atLeast(1, doubled) });
  }, 90_000);

  it('a worker that does not wait leaves its jobs undone when asked to stop', async () => {
    const ids = await effects.ask(10);
    const worker = await processes.launch(WORKER_FILE, { EFFECT_JOB_MS: '2000', EFFECT_HASTY: '1' });
    await effects.begun(ids);
    await worker.stop('SIGTERM');
    const { missing } = await effects.faults(ids);
    judge('control: SIGTERM, jobs in hand not waited for', { unfinished: atLeast(1, missing) });
  }, 60_000);

  it('without a count of its starts a poison job crashes workers for ever', async () => {
    await effects.run(`CREATE FUNCTION forget_starts() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN NEW.starts := -NEW.starts - 1; RETURN NEW; END $$`);
    await effects.run(`CREATE TRIGGER forget_starts BEFORE UPDATE OF starts ON outbox
      FOR EACH ROW WHEN (NEW.starts > OLD.starts) EXECUTE FUNCTION forget_starts()`);
    const poison = newId();
    await effects.askFor(poison, 0);
    const worker = await processes.launch(WORKER_FILE, {
      EFFECT_CRASHES: JSON.stringify({ [poison]: ALWAYS }),
      EFFECT_STALE_MS: STALE_MS,
    });
    await until(() => Promise.resolve(worker.deaths > MAX_STARTS ? true : undefined));
    const row = await effects.rowOf(poison);
    await processes.end();
    await effects.run('DROP TRIGGER forget_starts ON outbox');
    judge('control: a poison job whose starts are not counted', {
      setAside: exactly(0, Number(row?.quarantined)),
      crashes: atLeast(MAX_STARTS + 1, worker.deaths),
    });
  }, 120_000);
});
