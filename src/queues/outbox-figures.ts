import { Injectable, Optional } from '@nestjs/common';
import { Gauge } from 'prom-client';
import { WORKER } from '../common/actor';
import { Database } from '../platform/database/database';
import { Metrics } from '../platform/metrics/metrics';
import { OutboxRepository } from './outbox.repository';

/**
 * How far background work is behind, read from the outbox whenever the metrics are asked for: a queue that runs is not
 * yet a queue that works.
 */
@Injectable()
export class OutboxFigures {
  constructor(database: Database, outbox: OutboxRepository, @Optional() metrics?: Metrics) {
    if (metrics === undefined) return;
    const registers = [metrics.registry];
    const lag = () => database.as(WORKER, (tx) => outbox.lag(tx));
    const jobs: Gauge = new Gauge({
      name: 'outbox_jobs',
      help: 'Jobs asked for and not done: waiting, or set aside after failing again and again.',
      labelNames: ['state'],
      registers,
      collect: async () => {
        const { waiting, quarantined } = await lag();
        jobs.set({ state: 'waiting' }, waiting);
        jobs.set({ state: 'quarantined' }, quarantined);
      },
    });
    const oldest: Gauge = new Gauge({
      name: 'outbox_oldest_job_seconds',
      help: 'Seconds that the oldest waiting job has been due.',
      registers,
      collect: async () => oldest.set((await lag()).oldestSeconds),
    });
  }
}
