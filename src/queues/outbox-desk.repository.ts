import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Page } from '../common/page';
import { findPage, newestFirst } from '../platform/database/keyset';
import type { JobName } from './job-catalogue';
import { STALE_AFTER_MS } from './outbox-relay';
import { OutboxEntity } from './outbox.entity';

export const JOB_STATES = ['waiting', 'running', 'quarantined', 'done'] as const;
export type JobState = (typeof JOB_STATES)[number];

/** Each state as a condition on `job`; a row is in exactly one. */
const CONDITIONS: Record<JobState, string> = {
  done: 'job.done_at IS NOT NULL',
  quarantined: 'job.done_at IS NULL AND job.quarantined_at IS NOT NULL',
  running: 'job.done_at IS NULL AND job.quarantined_at IS NULL AND job.started_at IS NOT NULL',
  waiting: 'job.done_at IS NULL AND job.quarantined_at IS NULL AND job.started_at IS NULL',
};

/** What waits, in numbers. */
export interface OutboxLag {
  waiting: number;
  quarantined: number;
  /** Seconds that the oldest job has been due which nobody is working on: a live worker gives signs of life. */
  oldestSeconds: number;
}

/** The jobs of one kind: how many are in which state, and how those of the last minutes went. */
export interface JobFigures {
  job: JobName;
  waiting: number;
  running: number;
  quarantined: number;
  /** Done within the window asked for. */
  done: number;
  /** Seconds from the last start to the end, of those done: median, 95th percentile, longest; null when none was. */
  runSeconds: Quantiles | null;
  /** Seconds from being asked for to the end. */
  answerSeconds: Quantiles | null;
}

/** How a job that arises by the clock went last. */
export interface ClockRun {
  job: JobName;
  endedAt: Date;
  ms: number;
  /** Class or code of its failure; null: it went well. */
  error: string | null;
}

export interface Quantiles {
  p50: number;
  p95: number;
  max: number;
}

/** What people and their tools look at in the outbox, and the one thing they may do there. */
@Injectable()
export class OutboxDeskRepository {
  list(
    { state, ...page }: { state: JobState; cursor?: string; limit: number },
    tx: EntityManager,
  ): Promise<Page<OutboxEntity>> {
    const query = tx.createQueryBuilder(OutboxEntity, 'job').where(CONDITIONS[state]);
    return findPage(query, newestFirst('job'), page);
  }

  /** Lets jobs that were set aside begin anew; all of them without `ids`. Answers the ids of those it found. */
  async retry(ids: readonly string[] | undefined, tx: EntityManager): Promise<string[]> {
    const [rows] = await tx.query<[{ id: string }[], number]>(
      `UPDATE outbox SET quarantined_at = NULL, dispatched_at = NULL, started_at = NULL, starts = 0, due_at = now()
       WHERE quarantined_at IS NOT NULL AND done_at IS NULL AND ($1::uuid[] IS NULL OR id = ANY ($1))
       RETURNING id`,
      [ids ?? null],
    );
    return rows.map(({ id }) => id);
  }

  async lag(tx: EntityManager): Promise<OutboxLag> {
    const [row] = await tx.query<OutboxLag[]>(
      `SELECT (count(*) FILTER (WHERE quarantined_at IS NULL))::int AS waiting,
         (count(*) FILTER (WHERE quarantined_at IS NOT NULL))::int AS quarantined,
         greatest(0, coalesce(extract(epoch FROM now() - min(due_at) FILTER (WHERE quarantined_at IS NULL
           AND NOT (started_at IS NOT NULL AND dispatched_at > now() - $1 * interval '1 millisecond'))), 0))::float8
           AS "oldestSeconds"
       FROM outbox WHERE done_at IS NULL`,
      [STALE_AFTER_MS],
    );
    return row ?? { waiting: 0, quarantined: 0, oldestSeconds: 0 };
  }

  /** The last run of each job by the clock. */
  clockRuns(tx: EntityManager): Promise<ClockRun[]> {
    return tx.query<ClockRun[]>(`SELECT job, ended_at AS "endedAt", ms, error FROM clock_runs ORDER BY job`);
  }

  /** The figures of every kind of job that has a row, over the last `minutes`. */
  async figures(minutes: number, tx: EntityManager): Promise<JobFigures[]> {
    const state = (name: JobState) => `(count(*) FILTER (WHERE ${CONDITIONS[name]}))::int AS ${name}`;
    const quantiles = (since: string) =>
      `percentile_cont(ARRAY[0.5, 0.95, 1]) WITHIN GROUP (ORDER BY extract(epoch FROM done_at - ${since})::float8)
         FILTER (WHERE done_at IS NOT NULL AND ${since} IS NOT NULL)`;
    const rows = await tx.query<FiguresRow[]>(
      `SELECT job.job, ${JOB_STATES.map(state).join(', ')},
         ${quantiles('started_at')} AS run, ${quantiles('created_at')} AS answer
       FROM outbox job WHERE done_at IS NULL OR done_at > now() - $1 * interval '1 minute'
       GROUP BY job.job ORDER BY job.job`,
      [minutes],
    );
    return rows.map(({ run, answer, ...figures }) => ({
      ...figures,
      runSeconds: quantilesOf(run),
      answerSeconds: quantilesOf(answer),
    }));
  }
}

interface FiguresRow extends Omit<JobFigures, 'runSeconds' | 'answerSeconds'> {
  run: number[] | null;
  answer: number[] | null;
}

const quantilesOf = (values: number[] | null): Quantiles | null =>
  values && { p50: values[0] ?? 0, p95: values[1] ?? 0, max: values[2] ?? 0 };
