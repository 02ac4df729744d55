import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface NewCredential {
  hash: string;
  at: Date;
  /** null for a password of the user's own choice. */
  temporaryUntil: Date | null;
}

/** Password digests; row-level security shows them to the system actor only. */
@Injectable()
export class CredentialRepository {
  /** The digest of a password that is good at `now`. */
  async findHash(userId: string, now: Date, tx: EntityManager): Promise<string | undefined> {
    const [row] = await tx.query<{ password_hash: string }[]>(
      `SELECT password_hash FROM credentials
       WHERE user_id = $1 AND (temporary_until IS NULL OR temporary_until > $2)`,
      [userId, now],
    );
    return row?.password_hash;
  }

  /** How old the password is, and whether somebody else chose it. */
  async ageOf(
    userId: string,
    tx: EntityManager,
  ): Promise<{ changedAt: Date; isTemporary: boolean } | undefined> {
    const [row] = await tx.query<{ changedAt: Date; isTemporary: boolean }[]>(
      `SELECT changed_at AS "changedAt", temporary_until IS NOT NULL AS "isTemporary"
       FROM credentials WHERE user_id = $1`,
      [userId],
    );
    return row;
  }

  async put(userId: string, { hash, at, temporaryUntil }: NewCredential, tx: EntityManager): Promise<void> {
    await tx.query(
      `INSERT INTO credentials (user_id, password_hash, changed_at, temporary_until) VALUES ($1, $2, $3, $4)
       ON CONFLICT (user_id) DO UPDATE SET password_hash = excluded.password_hash,
         changed_at = excluded.changed_at, temporary_until = excluded.temporary_until`,
      [userId, hash, at, temporaryUntil],
    );
  }
}
