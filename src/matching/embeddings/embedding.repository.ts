import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { MatchedKind } from '../../queues/job-catalogue';

export interface StoredEmbedding {
  readonly hash: Buffer;
  readonly vector: Float32Array;
}

/** The vectors that a server made of texts, so that each text is sent once. */
@Injectable()
export class EmbeddingRepository {
  /** Of these hashes, those that are known, by the hash in hexadecimal digits. */
  async find(
    model: string,
    hashes: readonly Buffer[],
    tx: EntityManager,
  ): Promise<Map<string, Float32Array>> {
    const rows = await tx.query<{ hash: Buffer; vector: Buffer }[]>(
      `SELECT text_hash AS hash, vector FROM text_embeddings WHERE model = $1 AND text_hash = ANY ($2)`,
      [model, hashes],
    );
    return new Map(
      rows.map(({ hash, vector }) => [
        hash.toString('hex'),
        new Float32Array(Uint8Array.from(vector).buffer),
      ]),
    );
  }

  async keep(model: string, made: readonly StoredEmbedding[], tx: EntityManager): Promise<void> {
    await tx.query(
      `INSERT INTO text_embeddings (model, text_hash, vector)
       SELECT $1, * FROM unnest($2::bytea[], $3::bytea[]) ON CONFLICT DO NOTHING`,
      [model, made.map(({ hash }) => hash), made.map(({ vector }) => Buffer.from(vector.buffer))],
    );
  }

  /** Forgets the vectors that no record but these carries. */
  async forget(kind: MatchedKind, ids: readonly string[], tx: EntityManager): Promise<void> {
    await tx.query(
      `DELETE FROM text_embeddings e USING match_features f
       WHERE f.kind = $1 AND f.record_id = ANY ($2) AND e.model = f.embedding_model AND e.text_hash = f.text_hash
         AND NOT EXISTS (SELECT FROM match_features o WHERE o.text_hash = f.text_hash
           AND o.embedding_model = f.embedding_model AND NOT (o.kind = $1 AND o.record_id = ANY ($2)))`,
      [kind, ids],
    );
  }

  /** Forgets vectors of texts that no record says any more; young ones may be of a record that is being read. */
  async sweep(tx: EntityManager): Promise<void> {
    await tx.query(
      `DELETE FROM text_embeddings e WHERE made_at < now() - interval '1 hour' AND NOT EXISTS (
         SELECT FROM match_features f WHERE f.embedding_model = e.model AND f.text_hash = e.text_hash)`,
    );
  }
}
