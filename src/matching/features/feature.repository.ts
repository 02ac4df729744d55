import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MatchedKind } from '../../queues/job-catalogue';

export interface StoredFeatures {
  kind: MatchedKind;
  recordId: string;
  recordVersion: number;
  pipeline: number;
  features: Buffer | null;
}

const COLUMNS = `kind, record_id AS "recordId", record_version AS "recordVersion", pipeline, features`;

@Injectable()
export class FeatureRepository {
  /** Stores features, never an older record version over a newer one. */
  async put(rows: readonly StoredFeatures[], tx: EntityManager): Promise<void> {
    await tx.query(
      `INSERT INTO match_features AS held (kind, record_id, record_version, pipeline, features)
       SELECT * FROM unnest($1::text[], $2::uuid[], $3::int[], $4::int[], $5::bytea[])
       ON CONFLICT (kind, record_id) DO UPDATE
         SET record_version = excluded.record_version, pipeline = excluded.pipeline, features = excluded.features,
             xid = pg_current_xact_id(), updated_at = now()
         WHERE held.record_version <= excluded.record_version
           AND (held.record_version, held.pipeline, held.features)
             IS DISTINCT FROM (excluded.record_version, excluded.pipeline, excluded.features)`,
      [
        rows.map((r) => r.kind),
        rows.map((r) => r.recordId),
        rows.map((r) => r.recordVersion),
        rows.map((r) => r.pipeline),
        rows.map((r) => r.features),
      ],
    );
  }

  async find(kind: MatchedKind, recordId: string, tx: EntityManager): Promise<StoredFeatures | undefined> {
    const [row] = await tx.query<StoredFeatures[]>(
      `SELECT ${COLUMNS} FROM match_features WHERE kind = $1 AND record_id = $2`,
      [kind, recordId],
    );
    return row;
  }

  /**
   * The next rows in order of the transaction that wrote them, starting after (xid, kind, id), from transactions
   * that all others can see: following the largest id seen would lose what commits out of order.
   */
  async since(
    cursor: FollowCursor,
    limit: number,
    tx: EntityManager,
  ): Promise<(StoredFeatures & { xid: string })[]> {
    return tx.query(
      `SELECT ${COLUMNS}, xid::text FROM match_features
       WHERE (xid, kind, record_id) > ($1::xid8, $2, $3::uuid) AND xid < pg_snapshot_xmin(pg_current_snapshot())
       ORDER BY xid, kind, record_id LIMIT $4`,
      [cursor.xid, cursor.kind, cursor.recordId, limit],
    );
  }

  /** Rows that can be matched and the sum of their versions: two numbers that differ when a follower missed something. */
  async census(tx: EntityManager): Promise<{ count: number; versions: number }> {
    const [row] = await tx.query<{ count: number; versions: number }[]>(
      `SELECT count(*)::int AS count, coalesce(sum(record_version), 0)::float8 AS versions
       FROM match_features WHERE features IS NOT NULL`,
    );
    return row ?? { count: 0, versions: 0 };
  }
}

export interface FollowCursor {
  xid: string;
  kind: string;
  recordId: string;
}

export const FROM_THE_START: FollowCursor = {
  xid: '0',
  kind: '',
  recordId: '00000000-0000-0000-0000-000000000000',
};
