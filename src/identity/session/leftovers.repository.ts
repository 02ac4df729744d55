import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** What has had its day: ended sessions, forgiven failures, answers kept for a retry. */
@Injectable()
export class LeftoversRepository {
  async remove(now: Date, tx: EntityManager): Promise<void> {
    await tx.query('DELETE FROM sessions WHERE expires_at < $1', [now]);
    await tx.query(`DELETE FROM sign_in_throttles WHERE last_at < $1::timestamptz - interval '1 day'`, [now]);
    await tx.query(`DELETE FROM idempotency_keys WHERE created_at < $1::timestamptz - interval '1 day'`, [
      now,
    ]);
  }
}
