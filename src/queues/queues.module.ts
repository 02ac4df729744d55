import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { Env } from '../platform/config/env.schema';
import { ENV } from '../platform/config/settings.module';
import { describeError } from '../platform/logging/describe-error';
import { log } from '../platform/logging/log';
import { databaseUrls } from '../platform/roles/database-urls';
import { Outbox } from './outbox';
import { OutboxDeskRepository } from './outbox-desk.repository';
import { OutboxEntity } from './outbox.entity';
import { OutboxFigures } from './outbox-figures';
import { OutboxRepository } from './outbox.repository';
import { createQueueBackend, QUEUE_BACKEND, type QueueBackend } from './queue-backend';

const backendOf = (env: Env): QueueBackend =>
  createQueueBackend({
    redisUrl: env.REDIS_URL,
    postgresUrl: databaseUrls(env).queueUrl,
    pool: env.QUEUE_POOL,
    onError: (error) => log.warn({ error: describeError(error) }, 'queue connection'),
  });

/** Asking for background work; the processes that do it are put together in worker.ts. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([OutboxEntity])],
  providers: [
    Outbox,
    OutboxDeskRepository,
    OutboxFigures,
    OutboxRepository,
    { provide: QUEUE_BACKEND, useFactory: backendOf, inject: [ENV] },
  ],
  exports: [Outbox, OutboxDeskRepository, OutboxRepository, QUEUE_BACKEND],
})
export class QueuesModule {}
