import { NestFactory } from '@nestjs/core';
import { FollowUpProcessor } from './events/follow-ups/follow-up.processor';
import { Corpus } from './matching/corpus/corpus';
import { MatchingProcessor } from './matching/matching.processor';
import type { Env } from './platform/config/env.schema';
import { Database } from './platform/database/database';
import { Notifications } from './platform/database/notifications';
import { describeError } from './platform/logging/describe-error';
import { log } from './platform/logging/log';
import { NestLogger } from './platform/logging/nest-logger';
import { databaseUrls } from './platform/roles/database-urls';
import { OutboxRepository } from './queues/outbox.repository';
import { createQueueBackend } from './queues/queue-backend';
import { WorkerRuntime } from './queues/worker-runtime';
import { UpkeepProcessor } from './upkeep/upkeep.processor';
import { WorkerModule } from './worker.module';

/** A worker that runs in this process. */
export interface RunningWorker {
  /** Finishes the jobs in hand, then lets go of queue and database. */
  stop(): Promise<void>;
}

/** Starts working on the queues: as a process of its own, or beside a command that waits for the work. */
export async function runWorker(env: Env): Promise<RunningWorker> {
  const app = await NestFactory.createApplicationContext(WorkerModule.with(env), {
    logger: new NestLogger(),
  });
  const runtime = new WorkerRuntime({
    database: app.get(Database),
    outbox: app.get(OutboxRepository),
    notifications: app.get(Notifications),
    backend: createQueueBackend({
      redisUrl: env.REDIS_URL,
      postgresUrl: databaseUrls(env).queueUrl,
      pool: env.QUEUE_POOL,
      onError: (error) => log.warn({ error: describeError(error) }, 'queue connection'),
    }),
    concurrency: { matching: env.WORKER_CONCURRENCY },
    handlers: {
      ...app.get(MatchingProcessor).handlers,
      ...app.get(UpkeepProcessor).handlers,
      ...app.get(FollowUpProcessor).handlers,
    },
    reportJob: (report) =>
      report.error === undefined ? log.info(report, 'job done') : log.warn(report, 'job failed'),
    report: (event, detail) => log.warn(detail, event),
  });
  await runtime.start();
  // The first job need not wait for the index to be read; if this fails, that job reads it.
  app
    .get(Corpus)
    .catchUp()
    .catch((error: unknown) => log.warn({ error: describeError(error) }, 'index not read yet'));
  return {
    stop: async () => {
      await runtime.stop();
      await app.close();
    },
  };
}
