import { setTimeout as delay } from 'node:timers/promises';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { EntityManager } from 'typeorm';
import { SYSTEM, WORKER } from '../../src/common/actor';
import { newId } from '../../src/common/ids';
import { readEnv } from '../../src/platform/config/env';
import { SettingsModule } from '../../src/platform/config/settings.module';
import { Database } from '../../src/platform/database/database';
import { DatabaseModule } from '../../src/platform/database/database.module';
import { Notifications } from '../../src/platform/database/notifications';
import { databaseUrls } from '../../src/platform/roles/database-urls';
import {
  MAX_STARTS,
  type JobHandlers,
  type JobReport,
  JobRunner,
  type JobRun,
} from '../../src/queues/job-runner';
import { OutboxDeskRepository } from '../../src/queues/outbox-desk.repository';
import { OutboxRelay } from '../../src/queues/outbox-relay';
import { Outbox } from '../../src/queues/outbox';
import { OutboxRepository } from '../../src/queues/outbox.repository';
import { createQueueBackend, type QueueBackend } from '../../src/queues/queue-backend';
import { QueuesModule } from '../../src/queues/queues.module';
import { WorkerRuntime } from '../../src/queues/worker-runtime';
import { handlersWith } from '../support/idle-handlers';
import { createTestDatabase, type TestDatabase } from '../support/test-database';
import { until } from '../support/until';

let database: TestDatabase;
let app: INestApplicationContext;
let backend: QueueBackend;
let runtime: WorkerRuntime | undefined;
const reports: JobReport[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  const env = readEnv({ ...database.settings, REDIS_URL: process.env.REDIS_URL });
  const imports = [SettingsModule.with(env), DatabaseModule.as('worker'), QueuesModule];
  app = await NestFactory.createApplicationContext(
    { module: class OutboxTest {}, imports },
    { logger: false, abortOnError: false },
  );
  backend = createQueueBackend({ redisUrl: env.REDIS_URL, postgresUrl: databaseUrls(env).queueUrl });
});
afterEach(async () => {
  await runtime?.stop();
  runtime = undefined;
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

const work = async (handlers: Partial<JobHandlers>): Promise<void> => {
  runtime = new WorkerRuntime({
    database: app.get(Database),
    outbox: app.get(OutboxRepository),
    notifications: app.get(Notifications),
    backend,
    handlers: handlersWith(handlers),
    reportJob: (report) => void reports.push(report),
    report: () => undefined,
  });
  await runtime.start();
};

const as = <T>(work: (tx: EntityManager) => Promise<T>): Promise<T> => app.get(Database).as(SYSTEM, work);
const ask = (runId: string) => as((tx) => app.get(Outbox).enqueue('match-all', { runId }, tx));
const row = async (runId: string) => {
  const [found] = await as((tx) =>
    tx.query<{ starts: number; done: boolean; quarantined: boolean; error: string | null }[]>(
      `SELECT starts, done_at IS NOT NULL AS done, quarantined_at IS NOT NULL AS quarantined, error
       FROM outbox WHERE key = $1 ORDER BY id LIMIT 1`,
      [runId],
    ),
  );
  return found;
};
const whenDone = (runId: string) => until(async () => ((await row(runId))?.done ? true : undefined));

it('does nothing for a transaction that was rolled back', async () => {
  const seen: string[] = [];
  const [kept, lost] = [newId(), newId()];
  await ask(kept);
  await as(async (tx) => {
    await app.get(Outbox).enqueue('match-all', { runId: lost }, tx);
    throw new Error('changed my mind');
  }).catch(() => undefined);
  await work({ 'match-all': async ({ runId }) => void seen.push(runId) });
  await whenDone(kept);
  expect(seen).toEqual([kept]);
});

it('does the work all the same after the queue was emptied', async () => {
  const id = newId();
  await ask(id);
  // Handed over, then lost with the whole queue: only the outbox still knows.
  const relay = new OutboxRelay(app.get(Database), app.get(OutboxRepository), backend, 0);
  await relay.relay();
  const queue = backend.queue('bulk');
  await queue.obliterate({ force: true });
  await queue.close();
  await relay.close();
  await as((tx) =>
    tx.query(`UPDATE outbox SET dispatched_at = now() - interval '1 hour' WHERE key = $1`, [id]),
  );
  await work({});
  await whenDone(id);
  expect(await row(id)).toMatchObject({ starts: 1, done: true });
});

it('answers everything that waits for one thing with one run, and what comes during it with exactly one more', async () => {
  const id = newId();
  let runs = 0;
  let edit: () => void = () => undefined;
  const edited = new Promise<void>((resolve) => (edit = resolve));
  for (let n = 0; n < 5; n++) await ask(id);
  await work({
    'match-all': async () => {
      runs += 1;
      if (runs === 1) {
        await ask(id);
        await ask(id);
        edit();
      }
    },
  });
  await edited;
  await until(async () => {
    const open = await as((tx) =>
      tx.query<unknown[]>('SELECT 1 FROM outbox WHERE key = $1 AND done_at IS NULL', [id]),
    );
    return open.length === 0 ? true : undefined;
  });
  expect(runs).toBe(2);
});

it('stores the effect and the mark together', async () => {
  const id = newId();
  await ask(id);
  const attempts: number[] = [];
  const handler = async (_: unknown, run: JobRun): Promise<void> => {
    attempts.push(attempts.length);
    await app.get(Database).as(WORKER, async (tx) => {
      await run.done(tx);
      if (attempts.length === 1) throw new Error('the effect failed after the mark');
    });
  };
  await work({ 'match-all': handler });
  await whenDone(id);
  expect(attempts).toHaveLength(2);
});

it('rolls back what a worker did whose job another has done meanwhile', async () => {
  const [id, effect] = [newId(), newId()];
  await ask(id);
  let attempts = 0;
  await work({
    'match-all': (_, run) =>
      app.get(Database).as(WORKER, async (tx) => {
        attempts += 1;
        await app.get(Outbox).enqueue('match-all', { runId: effect }, tx);
        // Taken for dead, it was replaced by a worker that was quicker.
        await as((other) => other.query('UPDATE outbox SET done_at = now() WHERE key = $1', [id]));
        await run.done(tx);
      }),
  });
  await until(() => Promise.resolve(attempts > 0 ? true : undefined));
  await runtime?.stop();
  expect([attempts, await row(effect)]).toEqual([1, undefined]);
});

it('sets a job aside that fails again and again, while others go on', async () => {
  const [poison, sound] = [newId(), newId()];
  await ask(poison);
  await as((tx) => tx.query('UPDATE outbox SET starts = $2 WHERE key = $1', [poison, MAX_STARTS - 1]));
  await ask(sound);
  await work({
    'match-all': async ({ runId }) => {
      await delay(0);
      if (runId === poison) throw new TypeError('13800001111 is not a number');
    },
  });
  await whenDone(sound);
  const aside = await until(async () => {
    const found = await row(poison);
    return found?.quarantined ? found : undefined;
  });
  expect(reports.find(({ job, error }) => job === 'match-all' && error === 'TypeError')).toMatchObject({
    job: 'match-all',
    starts: MAX_STARTS,
  });
  // The message may quote people's data; only the class is kept.
  expect(aside).toEqual({ starts: MAX_STARTS, done: false, quarantined: true, error: 'TypeError' });
});

it('notes how the last run of a job by the clock went', async () => {
  let failure: Error | undefined = new TypeError('of nobody’s business');
  const handler = () => (failure ? Promise.reject(failure) : Promise.resolve());
  const handlers = handlersWith({ 'expire-records': handler });
  const runner = new JobRunner(app.get(Database), app.get(OutboxRepository), handlers, () => undefined);
  const noted = async () => {
    await runner.run('expire-records', {});
    const runs = await as((tx) => app.get(OutboxDeskRepository).clockRuns(tx));
    return runs.find(({ job }) => job === 'expire-records')?.error;
  };
  expect(await noted()).toBe('TypeError');
  failure = undefined;
  expect(await noted()).toBeNull();
});
