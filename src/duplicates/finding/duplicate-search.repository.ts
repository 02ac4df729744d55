import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type DuplicateKind, TABLES } from '../duplicate-kind';
import { DuplicatePairEntity } from './duplicate-pair.entity';
import { DuplicateSearchEntity } from './duplicate-search.entity';

/** What one statement stores. */
const BATCH = 1_000;

@Injectable()
export class DuplicateSearchRepository {
  find(kind: DuplicateKind, tx: EntityManager): Promise<DuplicateSearchEntity | null> {
    return tx.findOneBy(DuplicateSearchEntity, { kind });
  }

  /** False when one is waiting or under way. */
  async ask(kind: DuplicateKind, at: Date, tx: EntityManager): Promise<boolean> {
    const asked = await tx.query<unknown[]>(
      `INSERT INTO duplicate_searches AS s (kind, state, asked_at) VALUES ($1, 'waiting', $2)
       ON CONFLICT (kind) DO UPDATE SET state = 'waiting', total = 0, done = 0, asked_at = $2
         WHERE s.state IN ('finished', 'failed')
       RETURNING kind`,
      [kind, at],
    );
    return asked.length === 1;
  }

  /** Whether anything came or changed since the kind was searched last. */
  async isStale(kind: DuplicateKind, tx: EntityManager): Promise<boolean> {
    const [row] = await tx.query<{ stale: boolean }[]>(
      `SELECT EXISTS (SELECT FROM ${TABLES[kind]} WHERE updated_at > coalesce(
         (SELECT started_at FROM duplicate_searches WHERE kind = $1), '-infinity')) AS stale`,
      [kind],
    );
    return row?.stale ?? false;
  }

  async advance(
    kind: DuplicateKind,
    progress: Partial<DuplicateSearchEntity>,
    tx: EntityManager,
  ): Promise<void> {
    await tx.update(DuplicateSearchEntity, { kind }, progress);
    await tx.query(`SELECT pg_notify('duplicate_searches', '')`);
  }

  /** What was found takes the place of what was found before. */
  async replace(
    kind: DuplicateKind,
    pairs: readonly DuplicatePairEntity[],
    tx: EntityManager,
  ): Promise<void> {
    await tx.delete(DuplicatePairEntity, { kind });
    for (let at = 0; at < pairs.length; at += BATCH)
      await tx.insert(DuplicatePairEntity, pairs.slice(at, at + BATCH));
  }
}
