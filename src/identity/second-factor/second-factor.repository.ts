import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface StoredFactor {
  secret: Buffer;
  /** Waits for its first code to take the place of `secret`. */
  nextSecret: Buffer | null;
  confirmedAt: Date | null;
  lastStep: number;
}

/** Second factors and the digests of recovery codes; only the system actor reaches them. */
@Injectable()
export class SecondFactorRepository {
  async find(userId: string, tx: EntityManager): Promise<StoredFactor | undefined> {
    const [row] = await tx.query<StoredFactor[]>(
      `SELECT secret, next_secret AS "nextSecret", confirmed_at AS "confirmedAt", last_step AS "lastStep"
       FROM second_factors WHERE user_id = $1`,
      [userId],
    );
    return row;
  }

  async isConfirmed(userId: string, tx: EntityManager): Promise<boolean> {
    return ((await this.find(userId, tx))?.confirmedAt ?? null) !== null;
  }

  /** Keeps a secret that is yet to be confirmed; one that is in force stays so until then. */
  async begin(userId: string, secret: Buffer, tx: EntityManager): Promise<void> {
    await tx.query(
      `INSERT INTO second_factors (user_id, secret, next_secret) VALUES ($1, $2, $2)
       ON CONFLICT (user_id) DO UPDATE SET next_secret = excluded.next_secret`,
      [userId, secret],
    );
  }

  /** @returns false when a code of this step or a later one was taken meanwhile. */
  async take(userId: string, step: number, tx: EntityManager): Promise<boolean> {
    const [, taken] = await tx.query<[unknown, number]>(
      'UPDATE second_factors SET last_step = $2 WHERE user_id = $1 AND last_step < $2',
      [userId, step],
    );
    return taken === 1;
  }

  async confirm(userId: string, at: Date, codes: readonly Buffer[], tx: EntityManager): Promise<void> {
    await tx.query(
      'UPDATE second_factors SET secret = next_secret, next_secret = NULL, confirmed_at = $2 WHERE user_id = $1',
      [userId, at],
    );
    await tx.query('DELETE FROM recovery_codes WHERE user_id = $1', [userId]);
    await tx.query('INSERT INTO recovery_codes SELECT $1, unnest($2::bytea[])', [userId, codes]);
  }

  async countRecoveryCodes(userId: string, tx: EntityManager): Promise<number> {
    const [row] = await tx.query<{ left: number }[]>(
      'SELECT count(*)::int AS left FROM recovery_codes WHERE user_id = $1',
      [userId],
    );
    return row?.left ?? 0;
  }

  /** @returns whether there was such a code; it is gone now. */
  async useRecoveryCode(userId: string, code: Buffer, tx: EntityManager): Promise<boolean> {
    const [, used] = await tx.query<[unknown, number]>(
      'DELETE FROM recovery_codes WHERE user_id = $1 AND code_hash = $2',
      [userId, code],
    );
    return used === 1;
  }

  async remove(userId: string, tx: EntityManager): Promise<void> {
    await tx.query('DELETE FROM recovery_codes WHERE user_id = $1', [userId]);
    await tx.query('DELETE FROM second_factors WHERE user_id = $1', [userId]);
  }
}
