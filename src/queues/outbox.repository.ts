import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { JobName } from './job-catalogue';

export interface BegunJob {
  /** Of the job and of those that its run answers with it. */
  ids: string[];
  payload: unknown;
  starts: number;
  /** The request that asked for it. */
  requestId: string | null;
}

export interface WaitingJob {
  id: string;
  job: JobName;
  starts: number;
  /** Begun twice and left without a word each time: it may be what its workers died of. */
  suspect: boolean;
}

/** TypeORM answers UPDATE … RETURNING with [rows, count]. */
type Updated<T> = [T[], number];

@Injectable()
export class OutboxRepository {
  /** Notes how the last run of a job by the clock went, in place of the run before. */
  async noteClockRun(job: JobName, ms: number, error: string | null, tx: EntityManager): Promise<void> {
    await tx.query(
      `INSERT INTO clock_runs (job, ended_at, ms, error) VALUES ($1, now(), $2, $3)
       ON CONFLICT (job) DO UPDATE SET ended_at = excluded.ended_at, ms = excluded.ms, error = excluded.error`,
      [job, ms, error],
    );
  }

  async insert(
    rows: { id: string; job: JobName; key: string; payload: unknown }[],
    requestId: string | null,
    tx: EntityManager,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO outbox (request_id, id, job, key, payload)
       SELECT $1, * FROM unnest($2::uuid[], $3::text[], $4::text[], $5::jsonb[])`,
      [
        requestId,
        rows.map((r) => r.id),
        rows.map((r) => r.job),
        rows.map((r) => r.key),
        rows.map((r) => JSON.stringify(r.payload)),
      ],
    );
  }

  /**
   * Takes up to `limit` jobs that were never handed over, or were `staleAfterMs` ago and are still not done,
   * and marks them handed over. Rows taken by another relay at this moment are skipped.
   */
  async takeWaiting(limit: number, staleAfterMs: number, tx: EntityManager): Promise<WaitingJob[]> {
    const [rows] = await tx.query<Updated<WaitingJob>>(
      `UPDATE outbox SET dispatched_at = now()
       WHERE id IN (
         SELECT id FROM outbox
         WHERE done_at IS NULL AND quarantined_at IS NULL AND due_at <= now()
           AND (dispatched_at IS NULL OR dispatched_at < now() - $2 * interval '1 millisecond')
         ORDER BY due_at, id LIMIT $1 FOR UPDATE SKIP LOCKED)
       RETURNING id, job, starts, starts > 1 AND started_at IS NOT NULL AS suspect`,
      [limit, staleAfterMs],
    );
    return rows;
  }

  /**
   * Counts a start of the job and of every job waiting for the same thing.
   * Undefined when the job is already done or set aside.
   */
  async begin(id: string, tx: EntityManager): Promise<BegunJob | undefined> {
    const [rows] = await tx.query<Updated<Omit<BegunJob, 'ids'> & { id: string }>>(
      `UPDATE outbox o SET starts = o.starts + 1, started_at = clock_timestamp()
       FROM outbox asked
       WHERE asked.id = $1 AND asked.done_at IS NULL AND asked.quarantined_at IS NULL
         AND o.job = asked.job AND o.key = asked.key AND o.done_at IS NULL AND o.quarantined_at IS NULL
       RETURNING o.id, o.payload, o.starts, o.request_id AS "requestId"`,
      [id],
    );
    const asked = rows.find((row) => row.id === id);
    return asked && { ...asked, ids: rows.map((row) => row.id) };
  }

  /** Says that the jobs are still being worked on, so that they are not handed out a second time. */
  async touch(ids: readonly string[], tx: EntityManager): Promise<void> {
    await tx.query('UPDATE outbox SET dispatched_at = now() WHERE id = ANY ($1) AND done_at IS NULL', [ids]);
  }

  /** Marks jobs done; answers the ids of those that were not yet. Waits for another worker that is marking them. */
  async finish(ids: readonly string[], tx: EntityManager): Promise<string[]> {
    const [rows] = await tx.query<Updated<{ id: string }>>(
      `UPDATE outbox SET done_at = clock_timestamp(), error = NULL
       WHERE id = ANY ($1) AND done_at IS NULL RETURNING id`,
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  /** Puts a failed job back to wait `delayMs`, or sets it aside when `quarantine`. */
  async fail(
    ids: readonly string[],
    failure: { error: string; delayMs: number; quarantine: boolean },
    tx: EntityManager,
  ): Promise<void> {
    await tx.query(
      `UPDATE outbox SET dispatched_at = NULL, started_at = NULL, error = $2, due_at = now() + $3 * interval '1 millisecond',
         quarantined_at = CASE WHEN $4 THEN now() END
       WHERE id = ANY ($1) AND done_at IS NULL`,
      [ids, failure.error, failure.delayMs, failure.quarantine],
    );
  }

  /** Removes done rows older than `days`. */
  async sweep(days: number, tx: EntityManager): Promise<void> {
    await tx.query(`DELETE FROM outbox WHERE done_at < now() - $1 * interval '1 day'`, [days]);
  }
}
