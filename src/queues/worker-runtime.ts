import type { Database } from '../platform/database/database';
import type { Notifications } from '../platform/database/notifications';
import { CONCURRENCY, QUEUE_NAMES, type QueueName } from './job-catalogue';
import { JobRunner, type JobHandlers, type JobReport } from './job-runner';
import { OutboxRelay } from './outbox-relay';
import type { OutboxRepository } from './outbox.repository';
import type { JobWorker, QueueBackend } from './queue-backend';

/** The relay also looks by itself this often: for lost notices, rows now due, and jobs that a queue or worker lost. */
const LOOK_MS = 1_000;
/** The schedules are upserted again this often, in case the queue was emptied. */
const SCHEDULE_MS = 30_000;

export interface WorkerRuntimeParts {
  database: Database;
  outbox: OutboxRepository;
  notifications: Notifications;
  backend: QueueBackend;
  handlers: JobHandlers;
  /** Where it differs from the usual. */
  concurrency?: Partial<Record<QueueName, number>>;
  /** Milliseconds after which a job handed over and not touched since is handed over again; default STALE_AFTER_MS. */
  staleAfterMs?: number;
  /** Told of every job that ended. */
  reportJob: (report: JobReport) => void;
  /** Told of every failure beside the jobs, in words that are safe to log. */
  report: (event: string, detail: Record<string, string | number>) => void;
}

/** A worker process's share of the queues: one relay, and a BullMQ worker per queue. */
export class WorkerRuntime {
  private readonly relay: OutboxRelay;
  private readonly runner: JobRunner;
  private workers: JobWorker[] = [];
  private timers: NodeJS.Timeout[] = [];
  private relaying: Promise<void> | undefined;
  private again = false;
  private stopped = false;

  constructor(private readonly parts: WorkerRuntimeParts) {
    this.relay = new OutboxRelay(parts.database, parts.outbox, parts.backend, parts.staleAfterMs);
    this.runner = new JobRunner(parts.database, parts.outbox, parts.handlers, parts.reportJob);
  }

  async start(): Promise<void> {
    const { backend, notifications } = this.parts;
    const concurrency = { ...CONCURRENCY, ...this.parts.concurrency };
    await backend.check();
    await this.relay.schedule();
    await notifications.on('outbox', () => this.look());
    this.workers = QUEUE_NAMES.map((name) =>
      backend.worker(name, (job, data) => this.runner.run(job, data), concurrency[name]),
    );
    await Promise.all(this.workers.map((worker) => worker.waitUntilReady()));
    this.timers = [
      setInterval(() => this.look(), LOOK_MS),
      setInterval(() => void this.attempt('schedule', this.relay.schedule()), SCHEDULE_MS),
    ];
    this.look();
  }

  /** Takes no new job, waits for those begun, then lets go of the queue; the database must still be open. */
  async stop(): Promise<void> {
    this.stopped = true;
    this.timers.forEach(clearInterval);
    await Promise.all(this.workers.map((worker) => worker.close()));
    await this.relaying;
    await this.relay.close();
  }

  /** One look at a time; a wake-up during a look makes it look once more. */
  private look(): void {
    if (this.stopped) return;
    this.again = true;
    this.relaying ??= this.lookWhileWoken().finally(() => (this.relaying = undefined));
  }

  private async lookWhileWoken(): Promise<void> {
    while (this.again) {
      this.again = false;
      await this.attempt('relay', this.relay.relay());
    }
  }

  private async attempt(what: string, work: Promise<unknown>): Promise<void> {
    try {
      await work;
    } catch (error) {
      this.parts.report(`${what} failed`, {
        error: error instanceof Error ? error.constructor.name : 'unknown',
      });
    }
  }
}
