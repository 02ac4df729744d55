import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Failed sign-ins, counted by a digest of the account name or of the address. */
@Injectable()
export class ThrottleRepository {
  /** The latest moment until which any of `keys` is blocked. */
  async findBlock(keys: readonly Buffer[], now: Date, tx: EntityManager): Promise<Date | undefined> {
    const [row] = await tx.query<{ until: Date | null }[]>(
      'SELECT max(blocked_until) AS until FROM sign_in_throttles WHERE key = ANY ($1) AND blocked_until > $2',
      [keys, now],
    );
    return row?.until ?? undefined;
  }

  /**
   * Counts a failure; beyond `free` ones each doubles the block, from one second up to `longest` seconds.
   * After `longest` seconds without a failure the count begins again.
   */
  async countFailure(
    key: Buffer,
    free: number,
    longest: number,
    now: Date,
    tx: EntityManager,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO sign_in_throttles AS t (key, failures, last_at, blocked_until) VALUES ($1, 1, $4, $4)
       ON CONFLICT (key) DO UPDATE SET
         failures = CASE WHEN t.last_at < $4::timestamptz - $3 * interval '1 second' THEN 1 ELSE t.failures + 1 END,
         last_at = $4,
         blocked_until = CASE
           WHEN t.last_at < $4::timestamptz - $3 * interval '1 second' OR t.failures + 1 < $2 THEN $4
           ELSE $4::timestamptz + least($3, 2 ^ least(t.failures + 1 - $2, 20)) * interval '1 second' END`,
      [key, free, longest, now],
    );
  }

  async clear(key: Buffer, tx: EntityManager): Promise<void> {
    await tx.query('DELETE FROM sign_in_throttles WHERE key = $1', [key]);
  }
}
