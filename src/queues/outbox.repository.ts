import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { JobName } from './job-catalogue';

export interface WaitingJob {
  id: string;
  job: JobName;
  starts: number;
}

/** TypeORM answers UPDATE … RETURNING with [rows, count]. */
type Updated<T> = [T[], number];

@Injectable()
export class OutboxRepository {
  async insert(
    rows: { id: string; job: JobName; key: string; payload: unknown }[],
    tx: EntityManager,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO outbox (id, job, key, payload)
       SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::jsonb[])`,
      [
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
       RETURNING id, job, starts`,
      [limit, staleAfterMs],
    );
    return rows;
  }

  /**
   * Counts a start of the job and of every job waiting for the same thing.
   * Returns their ids and the payload, or undefined when the job is already done or set aside.
   */
  async begin(
    id: string,
    tx: EntityManager,
  ): Promise<{ ids: string[]; payload: unknown; starts: number } | undefined> {
    const [rows] = await tx.query<Updated<{ id: string; payload: unknown; starts: number }>>(
      `UPDATE outbox o SET starts = o.starts + 1
       FROM outbox asked
       WHERE asked.id = $1 AND asked.done_at IS NULL AND asked.quarantined_at IS NULL
         AND o.job = asked.job AND o.key = asked.key AND o.done_at IS NULL AND o.quarantined_at IS NULL
       RETURNING o.id, o.payload, o.starts`,
      [id],
    );
    const asked = rows.find((row) => row.id === id);
    return asked && { ids: rows.map((row) => row.id), payload: asked.payload, starts: asked.starts };
  }

  /** Says that the jobs are still being worked on, so that they are not handed out a second time. */
  async touch(ids: readonly string[], tx: EntityManager): Promise<void> {
    await tx.query('UPDATE outbox SET dispatched_at = now() WHERE id = ANY ($1) AND done_at IS NULL', [ids]);
  }

  async finish(ids: readonly string[], tx: EntityManager): Promise<void> {
    await tx.query(
      'UPDATE outbox SET done_at = now(), error = NULL WHERE id = ANY ($1) AND done_at IS NULL',
      [ids],
    );
  }

  /** Puts a failed job back to wait `delayMs`, or sets it aside when `quarantine`. */
  async fail(
    ids: readonly string[],
    failure: { error: string; delayMs: number; quarantine: boolean },
    tx: EntityManager,
  ): Promise<void> {
    await tx.query(
      `UPDATE outbox SET dispatched_at = NULL, error = $2, due_at = now() + $3 * interval '1 millisecond',
         quarantined_at = CASE WHEN $4 THEN now() END
       WHERE id = ANY ($1) AND done_at IS NULL`,
      [ids, failure.error, failure.delayMs, failure.quarantine],
    );
  }

  /** Removes done rows older than `days`. */
  async sweep(days: number, tx: EntityManager): Promise<void> {
    await tx.query(`DELETE FROM outbox WHERE done_at < now() - $1 * interval '1 day'`, [days]);
  }

  /** What waits, in numbers: rows not done, seconds the oldest has been due, rows set aside. */
  async lag(tx: EntityManager): Promise<{ waiting: number; oldestSeconds: number; quarantined: number }> {
    const [row] = await tx.query<{ waiting: number; oldestSeconds: number; quarantined: number }[]>(
      `SELECT (count(*) FILTER (WHERE quarantined_at IS NULL))::int AS waiting,
         coalesce(extract(epoch FROM now() - min(due_at) FILTER (WHERE quarantined_at IS NULL)), 0)::float8 AS "oldestSeconds",
         (count(*) FILTER (WHERE quarantined_at IS NOT NULL))::int AS quarantined
       FROM outbox WHERE done_at IS NULL`,
    );
    return row ?? { waiting: 0, oldestSeconds: 0, quarantined: 0 };
  }
}
