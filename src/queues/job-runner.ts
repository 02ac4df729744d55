import type { EntityManager } from 'typeorm';
import { WORKER } from '../common/actor';
import { DomainError } from '../common/errors';
import type { Database } from '../platform/database/database';
import { Company } from './company';
import { JOBS, type JobName, type JobPayload } from './job-catalogue';
import type { OutboxRepository } from './outbox.repository';
import type { JobData } from './queue-backend';
import { STALE_AFTER_MS } from './outbox-relay';

/** What a handler may do with the job it was given. */
export interface JobRun {
  /**
   * Marks the job done in the handler's own transaction, so that effect and mark are stored together or not at all.
   * Throws when another worker was first, which rolls the effect back.
   */
  done(tx: EntityManager): Promise<void>;
  /** If this attempt fails there is no other: the job is set aside. */
  readonly isLast: boolean;
}

/** One handler for every job of the catalogue; a missing one does not compile. */
export type JobHandlers = { [J in JobName]: (payload: JobPayload<J>, run: JobRun) => Promise<void> };

/** A job that was begun this often without an end is set aside for a person to look at. */
export const MAX_STARTS = 8;
const FIRST_DELAY_MS = 500;

/** What became of a job, in words and numbers that are safe to log. */
export interface JobReport {
  job: string;
  /** Of a job that was asked for, not of one that arises by the clock. */
  outboxId?: string;
  requestId?: string | null;
  starts?: number;
  ms: number;
  /** Of a job that failed: the error's class or code. */
  error?: string;
}

const nothingToMark: JobRun = { done: () => Promise.resolve(), isLast: false };

/**
 * Runs what the queue brings: reads the row, calls the handler, stores the outcome. A job that workers died with runs alone,
 * so that those in hand beside it are not counted and set aside with it.
 */
export class JobRunner {
  private readonly company = new Company();

  constructor(
    private readonly database: Database,
    private readonly outbox: OutboxRepository,
    private readonly handlers: JobHandlers,
    private readonly report: (report: JobReport) => void,
  ) {}

  async run(name: string, { outboxId, alone }: JobData): Promise<void> {
    if (!Object.hasOwn(JOBS, name)) throw new Error(`unknown job ${name}`);
    const job = name as JobName;
    const work = () => (outboxId === undefined ? this.runByClock(job) : this.runAsked(job, outboxId));
    return alone ? this.company.alone(work) : this.company.beside(work);
  }

  private async runAsked(job: JobName, outboxId: string): Promise<void> {
    const begun = await this.database.as(WORKER, (tx) => this.outbox.begin(outboxId, tx));
    if (begun === undefined) return;
    const { ids, starts, requestId } = begun;
    const since = performance.now();
    const report = (error?: string) =>
      this.report({ job, outboxId, requestId, starts, ms: msSince(since), ...(error && { error }) });
    const heartbeat = setInterval(() => {
      this.database.as(WORKER, (tx) => this.outbox.touch(ids, tx)).catch(() => undefined);
    }, STALE_AFTER_MS / 3);
    let marked = false;
    const done = async (tx: EntityManager): Promise<void> => {
      if (!(await this.outbox.finish(ids, tx)).includes(outboxId)) throw new DoneElsewhere();
      marked = true;
    };
    try {
      if (starts > MAX_STARTS) throw new PoisonJob();
      await this.handle(job, begun.payload, { done, isLast: starts >= MAX_STARTS });
      if (!marked) await this.database.as(WORKER, done);
      report();
    } catch (error) {
      if (error instanceof DoneElsewhere) return;
      const failure = {
        error: nameOf(error),
        delayMs: FIRST_DELAY_MS * 2 ** starts,
        quarantine: starts >= MAX_STARTS,
      };
      await this.database.as(WORKER, (tx) => this.outbox.fail(ids, failure, tx));
      report(failure.error);
    } finally {
      clearInterval(heartbeat);
    }
  }

  /** The next run comes by itself, so a failure is only told and noted. */
  private async runByClock(job: JobName): Promise<void> {
    const since = performance.now();
    let failure: string | null = null;
    try {
      await this.handle(job, {}, nothingToMark);
    } catch (error) {
      failure = nameOf(error);
      this.report({ job, ms: msSince(since), error: failure });
    }
    await this.database.as(WORKER, (tx) => this.outbox.noteClockRun(job, msSince(since), failure, tx));
  }

  private handle<J extends JobName>(job: J, payload: unknown, run: JobRun): Promise<void> {
    return this.handlers[job](JOBS[job].payload.parse(payload) as JobPayload<J>, run);
  }
}

/** Another worker, taken over from this one when it seemed dead, was first: what this one did is rolled back. */
class DoneElsewhere extends Error {}

/** Begun over and over without an end: it takes its worker down each time. */
class PoisonJob extends Error {}

/** A failure's class or code: messages may quote people's data and stay out of rows and logs. */
const nameOf = (error: unknown): string =>
  error instanceof DomainError ? error.code : error instanceof Error ? error.constructor.name : typeof error;

const msSince = (since: number): number => Math.round(performance.now() - since);
