import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Outbox } from './outbox';
import { OutboxDeskRepository } from './outbox-desk.repository';
import { OutboxEntity } from './outbox.entity';
import { OutboxFigures } from './outbox-figures';
import { OutboxRepository } from './outbox.repository';

/** Asking for background work; the processes that do it are put together in worker.ts. */
@Global()
@Module({
  imports: [TypeOrmModule.forFeature([OutboxEntity])],
  providers: [Outbox, OutboxDeskRepository, OutboxFigures, OutboxRepository],
  exports: [Outbox, OutboxDeskRepository, OutboxRepository],
})
export class QueuesModule {}
