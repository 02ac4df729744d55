import { Injectable } from '@nestjs/common';
import { type EntityManager, IsNull, Not } from 'typeorm';
import { ModelEntity } from './model.entity';

export type ModelSummary = Omit<ModelEntity, 'body'>;

const SUMMARY = `version, pipeline, records, state, note, created_at AS "createdAt", promoted_at AS "promotedAt"`;

@Injectable()
export class ModelRepository {
  find(version: number, tx: EntityManager): Promise<ModelEntity | null> {
    return tx.findOneBy(ModelEntity, { version });
  }

  findCurrent(tx: EntityManager): Promise<ModelEntity | null> {
    return tx.findOneBy(ModelEntity, { state: 'current' });
  }

  async findCurrentVersion(tx: EntityManager): Promise<number | undefined> {
    const [row] = await tx.query<{ version: number }[]>(
      `SELECT version FROM match_models WHERE state = 'current'`,
    );
    return row?.version;
  }

  /** The reading of texts that the current model was made for. */
  async findCurrentPipeline(tx: EntityManager): Promise<number | undefined> {
    const [row] = await tx.query<{ pipeline: number }[]>(
      `SELECT pipeline FROM match_models WHERE state = 'current'`,
    );
    return row?.pipeline;
  }

  list(tx: EntityManager): Promise<ModelSummary[]> {
    return tx.query(`SELECT ${SUMMARY} FROM match_models ORDER BY version DESC`);
  }

  /** A model without its body. */
  async findSummary(version: number, tx: EntityManager): Promise<ModelSummary | undefined> {
    const [row] = await tx.query<ModelSummary[]>(`SELECT ${SUMMARY} FROM match_models WHERE version = $1`, [
      version,
    ]);
    return row;
  }

  /** The model that was current before the present one. */
  findPrevious(tx: EntityManager): Promise<ModelEntity | null> {
    return tx.findOne(ModelEntity, {
      where: { state: 'retired', promotedAt: Not(IsNull()) },
      order: { promotedAt: 'DESC', version: 'DESC' },
    });
  }

  /** Until the end of the transaction nobody else adds or chooses a model. */
  async lock(tx: EntityManager): Promise<void> {
    await tx.query(`SELECT pg_advisory_xact_lock(hashtext('match_models'))`);
  }

  /** Stores a candidate under the next free version; two at once do not collide. */
  async add(
    model: { pipeline: number; records: number; note: string; body: (version: number) => Buffer },
    tx: EntityManager,
  ): Promise<number> {
    await this.lock(tx);
    const [{ next } = { next: 0 }] = await tx.query<{ next: number }[]>(
      'SELECT coalesce(max(version) + 1, 0)::int AS next FROM match_models',
    );
    await tx.query(
      `INSERT INTO match_models (version, pipeline, body, records, state, note) VALUES ($1, $2, $3, $4, 'candidate', $5)`,
      [next, model.pipeline, model.body(next), model.records, model.note],
    );
    return next;
  }

  /** Makes `version` the current model; false when there is no such model. */
  async promote(version: number, tx: EntityManager): Promise<boolean> {
    await tx.query(`UPDATE match_models SET state = 'retired' WHERE state = 'current' AND version <> $1`, [
      version,
    ]);
    const [rows] = await tx.query<[unknown[], number]>(
      `UPDATE match_models SET state = 'current', promoted_at = now() WHERE version = $1 RETURNING version`,
      [version],
    );
    return rows.length === 1;
  }
}
