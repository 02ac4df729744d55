import 'reflect-metadata';
import { setTimeout as delay } from 'node:timers/promises';
import { NestFactory } from '@nestjs/core';
import type { EntityManager } from 'typeorm';
import { WORKER } from '../../../src/common/actor';
import { readEnv } from '../../../src/platform/config/env';
import { SettingsModule } from '../../../src/platform/config/settings.module';
import { Database } from '../../../src/platform/database/database';
import { DatabaseModule } from '../../../src/platform/database/database.module';
import { Notifications } from '../../../src/platform/database/notifications';
import { databaseUrls } from '../../../src/platform/roles/database-urls';
import { OutboxRepository } from '../../../src/queues/outbox.repository';
import { createQueueBackend } from '../../../src/queues/queue-backend';
import { QueuesModule } from '../../../src/queues/queues.module';
import { WorkerRuntime } from '../../../src/queues/worker-runtime';
import { handlersWith } from '../../support/idle-handlers';

/**
 * A worker whose jobs leave one row each in `fault_effects`, in the transaction that marks them done. Settings for the test:
 * EFFECT_STALE_MS, EFFECT_JOB_MS (how long a job takes), EFFECT_CONCURRENCY, EFFECT_CRASHES (JSON: how many starts of a
 * record's job take the process down). Controls switch a protection off: EFFECT_APART=1 stores the effect before the job and
 * its mark after it, EFFECT_HASTY=1 waits for no job when asked to stop.
 */
async function work(): Promise<void> {
  const env = readEnv();
  const {
    EFFECT_STALE_MS,
    EFFECT_JOB_MS = '0',
    EFFECT_CONCURRENCY = '10',
    EFFECT_CRASHES = '{}',
  } = process.env;
  const { EFFECT_APART, EFFECT_HASTY } = process.env;
  const crashes = JSON.parse(EFFECT_CRASHES) as Record<string, number>;
  const imports = [SettingsModule.with(env), DatabaseModule.as('worker'), QueuesModule];
  const app = await NestFactory.createApplicationContext(
    { module: class EffectWorker {}, imports },
    { logger: false },
  );
  const database = app.get(Database);
  const effect = (key: string, tx: EntityManager) =>
    tx.query('INSERT INTO fault_effects (key) VALUES ($1)', [key]);
  const startsOf = (key: string) =>
    database.as(WORKER, async (tx) => {
      const [row] = await tx.query<{ starts: number }[]>('SELECT starts FROM outbox WHERE key = $1', [key]);
      return row?.starts ?? 0;
    });
  const runtime = new WorkerRuntime({
    database,
    outbox: app.get(OutboxRepository),
    notifications: app.get(Notifications),
    backend: createQueueBackend({ redisUrl: env.REDIS_URL, postgresUrl: databaseUrls(env).queueUrl }),
    concurrency: { matching: Number(EFFECT_CONCURRENCY) },
    staleAfterMs: EFFECT_STALE_MS === undefined ? undefined : Number(EFFECT_STALE_MS),
    handlers: handlersWith({
      'match-record': async ({ id }, run) => {
        const crashing = crashes[id];
        if (crashing !== undefined && (await startsOf(id)) <= crashing) process.kill(process.pid, 'SIGKILL');
        if (EFFECT_APART) await database.as(WORKER, (tx) => effect(id, tx));
        await delay(Number(EFFECT_JOB_MS));
        await database.as(WORKER, async (tx) => {
          if (!EFFECT_APART) await effect(id, tx);
          await run.done(tx);
        });
      },
    }),
    reportJob: () => undefined,
    report: () => undefined,
  });
  await runtime.start();
  process.send?.('working');
  const inOrder = () => runtime.stop().then(() => app.close());
  const stop = () => void (EFFECT_HASTY ? Promise.resolve() : inOrder()).finally(() => process.exit());
  process.once('SIGTERM', stop).once('disconnect', stop);
}

work().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
