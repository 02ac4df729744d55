import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor';
import type { Step } from './sign-in-steps';

export interface LiveSession {
  actor: Actor;
  seenAt: Date;
  expiresAt: Date;
  pending: Step | null;
}

/** One of a user's sessions. */
export interface KeptSession {
  tokenHash: Buffer;
  createdAt: Date;
  seenAt: Date;
  expiresAt: Date;
}

/** Sessions by the digest of their token; only the system actor reaches them. */
@Injectable()
export class SessionRepository {
  async insert(
    tokenHash: Buffer,
    userId: string,
    at: Date,
    expiresAt: Date,
    pending: Step | null,
    tx: EntityManager,
  ): Promise<void> {
    await tx.query(
      `INSERT INTO sessions (token_hash, user_id, created_at, seen_at, expires_at, pending)
       VALUES ($1, $2, $3, $3, $4, $5)`,
      [tokenHash, userId, at, expiresAt, pending],
    );
  }

  /** The session if it lives at `now` and was used after `idleSince`, with its user, who may act `today`. Needs no transaction. */
  async findLive(
    tokenHash: Buffer,
    now: Date,
    idleSince: Date,
    today: string,
    tx: EntityManager,
  ): Promise<LiveSession | undefined> {
    const [row] = await tx.query<(Actor & LiveSession)[]>(
      `SELECT seen_at AS "seenAt", expires_at AS "expiresAt", pending, user_id AS "userId", role,
         organisation_id AS "organisationId", person_id AS "personId", park_ids AS "parkIds", activity_ids AS "activityIds"
       FROM app.find_session($1, $2, $3, $4)`,
      [tokenHash, now, idleSince, today],
    );
    if (!row) return undefined;
    const { seenAt, expiresAt, pending, ...actor } = row;
    return { seenAt, expiresAt, pending, actor };
  }

  /** A user's sessions that live, the last used first. */
  ofUser(userId: string, now: Date, idleSince: Date, tx: EntityManager): Promise<KeptSession[]> {
    return tx.query(
      `SELECT token_hash AS "tokenHash", created_at AS "createdAt", seen_at AS "seenAt", expires_at AS "expiresAt"
       FROM sessions WHERE user_id = $1 AND expires_at > $2 AND seen_at > $3 ORDER BY seen_at DESC`,
      [userId, now, idleSince],
    );
  }

  /** False when the user has no such session. */
  async removeOf(userId: string, tokenHash: Buffer, tx: EntityManager): Promise<boolean> {
    const [, removed] = await tx.query<[unknown, number]>(
      'DELETE FROM sessions WHERE user_id = $1 AND token_hash = $2',
      [userId, tokenHash],
    );
    return removed > 0;
  }

  /** Puts the session under another token. @returns its user and end; undefined when there is no such session. */
  async renew(
    tokenHash: Buffer,
    newHash: Buffer,
    pending: Step | null,
    tx: EntityManager,
  ): Promise<Pick<LiveSession, 'expiresAt'> | undefined> {
    const [[row]] = await tx.query<[Pick<LiveSession, 'expiresAt'>[], number]>(
      `UPDATE sessions SET token_hash = $2, pending = $3 WHERE token_hash = $1 RETURNING expires_at AS "expiresAt"`,
      [tokenHash, newHash, pending],
    );
    return row;
  }

  async touch(tokenHash: Buffer, at: Date, tx: EntityManager): Promise<void> {
    await tx.query('UPDATE sessions SET seen_at = $2 WHERE token_hash = $1', [tokenHash, at]);
  }

  async remove(tokenHash: Buffer, tx: EntityManager): Promise<void> {
    await tx.query('DELETE FROM sessions WHERE token_hash = $1', [tokenHash]);
  }

  async removeAll(userId: string, tx: EntityManager): Promise<void> {
    await tx.query('DELETE FROM sessions WHERE user_id = $1', [userId]);
  }
}
