import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Which account an identity provider's account is; only the system actor reaches it. */
@Injectable()
export class ExternalIdentityRepository {
  async findUser(issuer: string, subject: string, tx: EntityManager): Promise<string | undefined> {
    const [row] = await tx.query<{ userId: string }[]>(
      'SELECT user_id AS "userId" FROM external_identities WHERE issuer = $1 AND subject = $2',
      [issuer, subject],
    );
    return row?.userId;
  }

  /** @returns false when the account belongs to another identity of the issuer. */
  async link(issuer: string, subject: string, userId: string, at: Date, tx: EntityManager): Promise<boolean> {
    const rows = await tx.query<object[]>(
      `INSERT INTO external_identities (issuer, subject, user_id, linked_at)
       SELECT $1, $2, $3, $4 WHERE NOT EXISTS (SELECT FROM external_identities WHERE issuer = $1 AND user_id = $3)
       ON CONFLICT DO NOTHING RETURNING user_id`,
      [issuer, subject, userId, at],
    );
    return rows.length === 1;
  }
}
