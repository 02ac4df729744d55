import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor';

/** SQL that tells row-level security who acts, for this transaction only (a session SET would leak through the pool). */
const SET_ACTOR = `SELECT set_config('app.user_id', $1, true), set_config('app.role', $2, true),
  set_config('app.park_ids', $3, true), set_config('app.organisation_id', $4, true),
  set_config('app.person_id', $5, true), set_config('app.activity_ids', $6, true)`;

/**
 * The only way to the database: every query runs inside a transaction that names its actor,
 * so a forgotten filter still meets row-level security.
 */
@Injectable()
export class Database {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Runs `work` in one transaction as `actor`; commits when it resolves, rolls back when it throws. */
  as<T>(actor: Actor, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(async (tx) => {
      await tx.query(SET_ACTOR, [
        actor.userId ?? '',
        actor.role,
        `{${actor.parkIds.join(',')}}`,
        actor.organisationId ?? '',
        actor.personId ?? '',
        `{${actor.activityIds.join(',')}}`,
      ]);
      return work(tx);
    });
  }
}
