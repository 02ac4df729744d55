import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../common/ids';
import { currentRequest } from '../platform/http/request-context';
import { JOBS, type JobName, type JobPayload } from './job-catalogue';
import { OutboxRepository } from './outbox.repository';

/** Asks for background work inside the transaction that makes it necessary: both happen, or neither. */
@Injectable()
export class Outbox {
  constructor(private readonly outbox: OutboxRepository) {}

  enqueue<J extends JobName>(job: J, payload: JobPayload<J>, tx: EntityManager): Promise<void> {
    return this.enqueueAll(job, [payload], tx);
  }

  async enqueueAll<J extends JobName>(
    job: J,
    payloads: readonly JobPayload<J>[],
    tx: EntityManager,
  ): Promise<void> {
    const key = JOBS[job].key as (payload: JobPayload<J>) => string;
    const rows = payloads.map((payload) => ({ id: newId(), job, key: key(payload), payload }));
    if (rows.length > 0) await this.outbox.insert(rows, currentRequest()?.id ?? null, tx);
  }
}
