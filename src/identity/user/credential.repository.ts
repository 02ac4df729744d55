import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Password digests; row-level security shows them to the system actor only. */
@Injectable()
export class CredentialRepository {
  async findHash(userId: string, tx: EntityManager): Promise<string | undefined> {
    const [row] = await tx.query<{ password_hash: string }[]>(
      'SELECT password_hash FROM credentials WHERE user_id = $1',
      [userId],
    );
    return row?.password_hash;
  }

  async put(userId: string, hash: string, at: Date, tx: EntityManager): Promise<void> {
    await tx.query(
      `INSERT INTO credentials (user_id, password_hash, changed_at) VALUES ($1, $2, $3)
       ON CONFLICT (user_id) DO UPDATE SET password_hash = excluded.password_hash, changed_at = excluded.changed_at`,
      [userId, hash, at],
    );
  }
}
