import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface IdempotentAnswer {
  requestHash: Buffer;
  status: number;
  /** The encrypted body; null for an answer without one. */
  answer: Buffer | null;
}

/** Keys of requests that were carried out, and their encrypted answers. */
@Injectable()
export class IdempotencyRepository {
  /** Takes the key for this request; false when it is taken. Waits while another request that holds it is running. */
  async claim(
    userId: string,
    key: string,
    requestHash: Buffer,
    at: Date,
    tx: EntityManager,
  ): Promise<boolean> {
    const rows = await tx.query<unknown[]>(
      `INSERT INTO idempotency_keys (user_id, key, request_hash, created_at) VALUES ($1, $2, $3, $4)
       ON CONFLICT DO NOTHING RETURNING key`,
      [userId, key, requestHash, at],
    );
    return rows.length === 1;
  }

  async find(userId: string, key: string, tx: EntityManager): Promise<IdempotentAnswer | undefined> {
    const [row] = await tx.query<IdempotentAnswer[]>(
      `SELECT request_hash AS "requestHash", status, answer FROM idempotency_keys WHERE user_id = $1 AND key = $2`,
      [userId, key],
    );
    return row;
  }

  async keepAnswer(
    userId: string,
    key: string,
    status: number,
    answer: Buffer | null,
    tx: EntityManager,
  ): Promise<void> {
    await tx.query('UPDATE idempotency_keys SET status = $3, answer = $4 WHERE user_id = $1 AND key = $2', [
      userId,
      key,
      status,
      answer,
    ]);
  }

  /** Forgets the user's keys of before `limit`. */
  async removeBefore(userId: string, limit: Date, tx: EntityManager): Promise<void> {
    await tx.query('DELETE FROM idempotency_keys WHERE user_id = $1 AND created_at < $2', [userId, limit]);
  }
}
