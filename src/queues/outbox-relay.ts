import type { EntityManager } from 'typeorm';
import { WORKER } from '../common/actor';
import type { Database } from '../platform/database/database';
import { JOBS, QUEUE_NAMES, SCHEDULES, type JobName, type QueueName } from './job-catalogue';
import type { OutboxRepository, WaitingJob } from './outbox.repository';
import type { JobQueue, QueueBackend } from './queue-backend';

/** Longer than any pause of a live worker between two signs of life (see JobRunner). */
export const STALE_AFTER_MS = 30_000;
const BATCH = 200;

/**
 * Hands waiting outbox rows to the queue, and again those that a queue or worker lost: PostgreSQL is the truth,
 * the queue may be emptied at any time. The id of a queue job is made from the row and the number of its starts,
 * so handing over twice what still waits in the queue changes nothing.
 */
export class OutboxRelay {
  private readonly queues: Record<QueueName, JobQueue>;

  constructor(
    private readonly database: Database,
    private readonly outbox: OutboxRepository,
    backend: QueueBackend,
    private readonly staleAfterMs = STALE_AFTER_MS,
  ) {
    this.queues = Object.fromEntries(QUEUE_NAMES.map((name) => [name, backend.queue(name)])) as Record<
      QueueName,
      JobQueue
    >;
  }

  /** Upserts what arises by the clock; needed again after the queue was emptied. */
  async schedule(): Promise<void> {
    for (const [job, { everyMs }] of Object.entries(SCHEDULES) as [JobName, { everyMs: number }][])
      await this.queues[JOBS[job].queue].upsertJobScheduler(job, { every: everyMs }, { name: job, data: {} });
  }

  /** Hands over all that waits now; answers how many. */
  async relay(): Promise<number> {
    let handed = 0;
    for (;;) {
      const batch = await this.database.as(WORKER, (tx) => this.handOver(tx));
      handed += batch;
      if (batch < BATCH) return handed;
    }
  }

  async close(): Promise<void> {
    await Promise.all(Object.values(this.queues).map((queue) => queue.close()));
  }

  private async handOver(tx: EntityManager): Promise<number> {
    const waiting = await this.outbox.takeWaiting(BATCH, this.staleAfterMs, tx);
    await Promise.all(waiting.map((row) => this.add(row)));
    return waiting.length;
  }

  private add({ id, job, starts, suspect }: WaitingJob): Promise<unknown> {
    const data = { outboxId: id, alone: suspect };
    return this.queues[JOBS[job].queue].add(job, data, { jobId: `${id}-${starts}` });
  }
}
