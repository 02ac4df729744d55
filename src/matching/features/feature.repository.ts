import { Injectable } from '@nestjs/common';
import { escapeLiteral } from 'pg';
import type { EntityManager } from 'typeorm';
import type { MatchedKind } from '../../queues/job-catalogue';
import type { Shard } from '../engine/shard';
import { copyFeatures, type HeldFeatures } from './copy-features';

export interface StoredFeatures {
  kind: MatchedKind;
  recordId: string;
  recordVersion: number;
  pipeline: number;
  features: Buffer | null;
  /** Whose vector the features carry, and the hash of the text behind it; null: none. */
  embeddingModel: string | null;
  textHash: Buffer | null;
}

/** The record and pipeline versions behind stored features. */
export interface FeatureOrigin {
  version: number;
  pipeline: number;
  embeddingModel: string | null;
  /** The record may no longer be matched, or may be again: its features are gone. */
  forgotten: boolean;
}

/** `isInShard` of the engine, by the last 32 bits of the id. */
const inShard = (of: string, index: string): string =>
  `(${of}::int8 = 1 OR ('x' || right(record_id::text, 8))::bit(32)::int8 % ${of}::int8 = ${index}::int8)`;

const ORIGIN = `record_id AS id, record_version AS version, pipeline, embedding_model AS "embeddingModel",
  features IS NULL AS forgotten`;
const COLUMNS = `kind, record_id AS "recordId", record_version AS "recordVersion", pipeline, features,
  embedding_model AS "embeddingModel", text_hash AS "textHash"`;

@Injectable()
export class FeatureRepository {
  /** Stores features, never an older record version over a newer one. */
  async put(rows: readonly StoredFeatures[], tx: EntityManager): Promise<void> {
    await tx.query(
      `INSERT INTO match_features AS held (kind, record_id, record_version, pipeline, features, embedding_model, text_hash)
       SELECT * FROM unnest($1::text[], $2::uuid[], $3::int[], $4::int[], $5::bytea[], $6::text[], $7::bytea[])
       ON CONFLICT (kind, record_id) DO UPDATE
         SET record_version = excluded.record_version, pipeline = excluded.pipeline, features = excluded.features,
             embedding_model = excluded.embedding_model, text_hash = excluded.text_hash,
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
        rows.map((r) => r.embeddingModel),
        rows.map((r) => r.textHash),
      ],
    );
  }

  /** Marks records as not to be matched any more. */
  async forget(kind: MatchedKind, ids: readonly string[], tx: EntityManager): Promise<void> {
    await tx.query(
      `UPDATE match_features SET features = NULL, embedding_model = NULL, text_hash = NULL, xid = pg_current_xact_id(), updated_at = now()
       WHERE kind = $1 AND record_id = ANY ($2) AND features IS NOT NULL`,
      [kind, ids],
    );
  }

  /** What the features stored of records were made from; forgotten ones too. */
  async origins(
    kind: MatchedKind,
    ids: readonly string[],
    tx: EntityManager,
  ): Promise<Map<string, FeatureOrigin>> {
    const rows = await tx.query<(FeatureOrigin & { id: string })[]>(
      `SELECT ${ORIGIN} FROM match_features WHERE kind = $1 AND record_id = ANY ($2)`,
      [kind, ids],
    );
    return new Map(rows.map(({ id, ...origin }) => [id, origin]));
  }

  /** Of up to `limit` records with ids above `after`, in order of id. */
  async listOrigins(
    kind: MatchedKind,
    after: string,
    limit: number,
    tx: EntityManager,
  ): Promise<(FeatureOrigin & { id: string })[]> {
    return tx.query(
      `SELECT ${ORIGIN} FROM match_features WHERE kind = $1 AND record_id > $2 ORDER BY record_id LIMIT $3`,
      [kind, after, limit],
    );
  }

  async find(kind: MatchedKind, recordId: string, tx: EntityManager): Promise<StoredFeatures | undefined> {
    const [row] = await tx.query<StoredFeatures[]>(
      `SELECT ${COLUMNS} FROM match_features WHERE kind = $1 AND record_id = $2`,
      [kind, recordId],
    );
    return row;
  }

  /** Those of `ids` that may be matched as demands. */
  async findDemands(
    ids: readonly string[],
    tx: EntityManager,
  ): Promise<(StoredFeatures & { features: Buffer })[]> {
    return tx.query(
      `SELECT ${COLUMNS} FROM match_features
       WHERE kind = ANY ('{need,project}') AND record_id = ANY ($1) AND features IS NOT NULL`,
      [ids],
    );
  }

  /** Up to `limit` ids of records that may be demands, above `after`, in order. */
  async demandIds(after: string, limit: number, tx: EntityManager): Promise<string[]> {
    const rows = await tx.query<{ id: string }[]>(
      `SELECT id FROM unnest(ARRAY['need', 'project']) AS asking (kind), LATERAL (
         SELECT record_id AS id FROM match_features
         WHERE kind = asking.kind AND features IS NOT NULL AND record_id > $1 ORDER BY record_id LIMIT $2) AS held
       ORDER BY id LIMIT $2`,
      [after, limit],
    );
    return rows.map(({ id }) => id);
  }

  async countDemands(tx: EntityManager): Promise<number> {
    const [row] = await tx.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM match_features WHERE kind IN ('need', 'project') AND features IS NOT NULL`,
    );
    return row?.count ?? 0;
  }

  /** The oldest transaction that may still be running: rows of earlier ones can no longer appear. */
  async horizon(tx: EntityManager): Promise<string> {
    const [row] = await tx.query<{ xmin: string }[]>(
      'SELECT pg_snapshot_xmin(pg_current_snapshot())::text AS xmin',
    );
    return row?.xmin ?? '0';
  }

  /**
   * Rows of a shard written by transaction `since` or a later one, after `after` in the order (xid, kind, id). A
   * follower asks again from the horizon it read before, so that what commits out of order is not lost.
   */
  async writtenSince(
    since: string,
    after: FollowCursor,
    limit: number,
    shard: Shard,
    tx: EntityManager,
  ): Promise<WrittenFeatures[]> {
    return tx.query(
      `SELECT ${COLUMNS}, xid::text FROM match_features
       WHERE xid >= $1::xid8 AND (xid, kind, record_id) > ($2::xid8, $3, $4::uuid) AND ${inShard('$6', '$7')}
       ORDER BY match_features.xid, kind, record_id LIMIT $5`,
      [since, after.xid, after.kind, after.recordId, limit, shard.of, shard.index],
    );
  }

  /** Up to `limit` records of a shard that can be matched by features of `pipeline`, after `after` in the order (kind, id). */
  async page(
    after: FeatureKey,
    limit: number,
    pipeline: number,
    shard: Shard,
    tx: EntityManager,
  ): Promise<HeldFeatures[]> {
    return copyFeatures(
      `SELECT kind, record_id::text, record_version, features FROM match_features
       WHERE (kind, record_id) > (${escapeLiteral(after.kind)}, ${escapeLiteral(after.id)}::uuid)
         AND features IS NOT NULL AND pipeline = ${pipeline} AND ${inShard(String(shard.of), String(shard.index))}
       ORDER BY match_features.kind, match_features.record_id LIMIT ${limit}`,
      tx,
    );
  }

  /**
   * Rows of a shard that can be matched by features of `pipeline`, and the sum of their versions: two numbers that differ
   * when a follower missed something.
   */
  async census(
    pipeline: number,
    shard: Shard,
    tx: EntityManager,
  ): Promise<{ count: number; versions: number }> {
    const [row] = await tx.query<{ count: number; versions: number }[]>(
      `SELECT count(*)::int AS count, coalesce(sum(record_version), 0)::float8 AS versions
       FROM match_features WHERE features IS NOT NULL AND pipeline = $3 AND ${inShard('$1', '$2')}`,
      [shard.of, shard.index, pipeline],
    );
    return row ?? { count: 0, versions: 0 };
  }
}

export type WrittenFeatures = StoredFeatures & { xid: string };

export interface FollowCursor {
  xid: string;
  kind: string;
  recordId: string;
}

export interface FeatureKey {
  readonly kind: string;
  readonly id: string;
}

export const BEFORE_ALL: FeatureKey = { kind: '', id: '00000000-0000-0000-0000-000000000000' };

export const FROM_THE_START: FollowCursor = {
  xid: '0',
  kind: '',
  recordId: '00000000-0000-0000-0000-000000000000',
};
