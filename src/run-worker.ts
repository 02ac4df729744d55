import { NestFactory } from '@nestjs/core';
import { DuplicateSearch } from './duplicates/finding/duplicate-search';
import { FollowUpProcessor } from './events/follow-ups/follow-up.processor';
import { Corpus } from './matching/corpus/corpus';
import { MatchingProcessor } from './matching/matching.processor';
import { Ranker } from './matching/ranking/ranker';
import type { Env } from './platform/config/env.schema';
import { NotificationsProcessor } from './notifications/notifications.processor';
import { Database } from './platform/database/database';
import { Notifications } from './platform/database/notifications';
import { describeError } from './platform/logging/describe-error';
import { log } from './platform/logging/log';
import { NestLogger } from './platform/logging/nest-logger';
import { Retention } from './privacy/retention';
import { OutboxRepository } from './queues/outbox.repository';
import { QUEUE_BACKEND, type QueueBackend } from './queues/queue-backend';
import { WorkerRuntime } from './queues/worker-runtime';
import { UpkeepProcessor } from './upkeep/upkeep.processor';
import { KeptReportProcessor } from './reports/kept/kept-report.processor';
import { WorkerModule } from './worker.module';
import { WorkerServices } from './worker-services';

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
  const services = new WorkerServices(env);
  const runtime = new WorkerRuntime({
    database: app.get(Database),
    outbox: app.get(OutboxRepository),
    notifications: app.get(Notifications),
    backend: app.get<QueueBackend>(QUEUE_BACKEND),
    concurrency: { matching: env.WORKER_CONCURRENCY },
    handlers: {
      ...app.get(MatchingProcessor).handlers,
      ...app.get(UpkeepProcessor).handlers,
      ...app.get(DuplicateSearch).handlers,
      ...app.get(FollowUpProcessor).handlers,
      ...app.get(KeptReportProcessor).handlers,
      ...app.get(NotificationsProcessor).handlers,
      ...app.get(Retention).handlers,
      ...services.handlers,
    },
    reportJob: (report) =>
      report.error === undefined ? log.info(report, 'job done') : log.warn(report, 'job failed'),
    report: (event, detail) => log.warn(detail, event),
  });
  await runtime.start();
  app.get(Corpus).keepUp((error) => log.warn({ error: describeError(error) }, 'index not read yet'));
  return {
    stop: async () => {
      app.get(Ranker).giveUp();
      await runtime.stop();
      await services.close();
      await app.close();
    },
  };
}
