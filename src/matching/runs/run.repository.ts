import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { RunEntity, type RunState } from './run.entity';

export type RunProgress = Pick<RunEntity, 'total' | 'done' | 'entries' | 'byKind' | 'resumeAfter'>;

@Injectable()
export class RunRepository {
  async add(run: { id: string; requestedBy: string | null }, tx: EntityManager): Promise<void> {
    await tx.query(`INSERT INTO match_runs (id, requested_by, state) VALUES ($1, $2, 'waiting')`, [
      run.id,
      run.requestedBy,
    ]);
  }

  find(id: string, tx: EntityManager): Promise<RunEntity | null> {
    return tx.findOneBy(RunEntity, { id });
  }

  /** The run that is waiting or under way, if any. */
  async findOpen(tx: EntityManager): Promise<RunEntity | null> {
    return tx.findOne(RunEntity, {
      where: [{ state: 'waiting' }, { state: 'running' }],
      order: { createdAt: 'ASC' },
    });
  }

  list(limit: number, tx: EntityManager): Promise<RunEntity[]> {
    return tx.find(RunEntity, { order: { createdAt: 'DESC' }, take: limit });
  }

  async start(id: string, model: number, tx: EntityManager): Promise<void> {
    await tx.query(
      `UPDATE match_runs SET state = 'running', model = $2, started_at = coalesce(started_at, now())
       WHERE id = $1 AND state IN ('waiting', 'running')`,
      [id, model],
    );
  }

  /** Stores how far the run is and tells those who watch; answers whether someone asked it to stop. */
  async advance(id: string, progress: RunProgress, tx: EntityManager): Promise<{ cancelRequested: boolean }> {
    const [rows] = await tx.query<[{ cancelRequested: boolean }[], number]>(
      `UPDATE match_runs SET total = $2, done = $3, entries = $4, by_kind = $5, resume_after = $6
       WHERE id = $1 AND state = 'running' RETURNING cancel_requested AS "cancelRequested"`,
      [
        id,
        progress.total,
        progress.done,
        progress.entries,
        JSON.stringify(progress.byKind),
        progress.resumeAfter,
      ],
    );
    await tx.query(`SELECT pg_notify('match_runs', '')`);
    return rows[0] ?? { cancelRequested: true };
  }

  async finish(
    id: string,
    state: Extract<RunState, 'finished' | 'cancelled' | 'failed'>,
    tx: EntityManager,
  ): Promise<void> {
    await tx.query(
      `UPDATE match_runs SET state = $2, finished_at = now() WHERE id = $1 AND state IN ('waiting', 'running')`,
      [id, state],
    );
    await tx.query(`SELECT pg_notify('match_runs', '')`);
  }

  /** Asks a run to stop; false when there is none to stop. */
  async requestCancel(id: string, tx: EntityManager): Promise<boolean> {
    const [rows] = await tx.query<[unknown[], number]>(
      `UPDATE match_runs SET cancel_requested = true WHERE id = $1 AND state IN ('waiting', 'running') RETURNING id`,
      [id],
    );
    return rows.length === 1;
  }
}
