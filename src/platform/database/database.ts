import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor';

/** SQL that tells row-level security who acts, for this transaction only (a session SET would leak through the pool). */
const SET_ACTOR = `SELECT set_config('app.user_id', $1, true), set_config('app.role', $2, true),
  set_config('app.park_ids', $3, true), set_config('app.organisation_id', $4, true),
  set_config('app.person_id', $5, true), set_config('app.activity_ids', $6, true)`;

const setActor = (tx: EntityManager, actor: Actor): Promise<unknown> =>
  tx.query(SET_ACTOR, [
    actor.userId ?? '',
    actor.role,
    `{${actor.parkIds.join(',')}}`,
    actor.organisationId ?? '',
    actor.personId ?? '',
    `{${actor.activityIds.join(',')}}`,
  ]);

type Work<T> = (tx: EntityManager) => Promise<T>;

/** A transaction that everything within {@link Database.asOne} joins, one after the other. */
interface SharedTransaction {
  readonly tx: EntityManager;
  readonly actor: Actor;
  turn: Promise<unknown>;
  open: boolean;
}

/**
 * The only way to the database: every query runs inside a transaction that names its actor,
 * so a forgotten filter still meets row-level security.
 */
@Injectable()
export class Database {
  private readonly shared = new AsyncLocalStorage<SharedTransaction>();

  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Runs `work` in one transaction as `actor`; commits when it resolves, rolls back when it throws. */
  as<T>(actor: Actor, work: Work<T>): Promise<T> {
    const shared = this.shared.getStore();
    return shared?.open ? this.join(shared, actor, work) : this.begin(actor, work);
  }

  /**
   * Like {@link as}, but every `as` that `work` leads to, for whichever actor, becomes a savepoint of this one
   * transaction, so that all of it commits or none.
   */
  asOne<T>(actor: Actor, work: Work<T>): Promise<T> {
    return this.as(actor, (tx) => this.share(tx, actor, work));
  }

  private begin<T>(actor: Actor, work: Work<T>): Promise<T> {
    return this.dataSource.transaction(async (tx) => {
      await setActor(tx, actor);
      return work(tx);
    });
  }

  private async share<T>(tx: EntityManager, actor: Actor, work: Work<T>): Promise<T> {
    const shared: SharedTransaction = { tx, actor, turn: Promise.resolve(), open: true };
    try {
      return await this.shared.run(shared, () => work(tx));
    } finally {
      shared.open = false;
    }
  }

  /** Waits for its turn: one connection does one thing at a time. */
  private join<T>(shared: SharedTransaction, actor: Actor, work: Work<T>): Promise<T> {
    const result = shared.turn.then(() =>
      shared.tx.transaction(async (tx) => {
        await setActor(tx, actor);
        const value = await this.share(tx, actor, work);
        await setActor(tx, shared.actor);
        return value;
      }),
    );
    shared.turn = result.catch(() => undefined);
    return result;
  }
}
