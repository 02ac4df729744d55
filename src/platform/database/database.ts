import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { type ClientBase, escapeLiteral } from 'pg';
import { DataSource, EntityManager, type QueryRunner } from 'typeorm';
import type { Actor } from '../../common/actor';

/**
 * SQL that tells row-level security who acts, until the transaction ends (a session SET would leak through the pool). The
 * values stand in the statement itself, for only a statement without parameters travels together with others.
 */
const actAs = (actor: Actor): string => {
  const settings = {
    user_id: actor.userId ?? '',
    role: actor.role,
    park_ids: `{${actor.parkIds.join(',')}}`,
    organisation_id: actor.organisationId ?? '',
    person_id: actor.personId ?? '',
    activity_ids: `{${actor.activityIds.join(',')}}`,
  };
  const set = ([name, value]: [string, string]) => `set_config('app.${name}', ${escapeLiteral(value)}, true)`;
  return `SELECT ${Object.entries(settings).map(set).join(', ')}`;
};

/** Several statements in one message: every request waits for each of them, so round trips are what it costs. */
const together = (...statements: string[]): string => statements.join('; ');

/**
 * Ends a transaction so that its work lasts. PostgreSQL answers COMMIT with ROLLBACK, and no error, when a statement of the
 * transaction had failed and somebody kept that to themselves.
 */
async function commit(runner: QueryRunner): Promise<void> {
  const client = (await runner.connect()) as ClientBase;
  const { command } = await client.query('COMMIT');
  if (command !== 'COMMIT')
    throw new Error(`the transaction ended with ${command}: a statement in it had failed`);
}

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

  /**
   * Runs `work` without a transaction and without an actor: row-level security shows it nothing, only functions of the
   * schema that say themselves as whom they look answer it. One round trip a statement instead of three.
   */
  asNobody<T>(work: Work<T>): Promise<T> {
    return work(this.dataSource.manager);
  }

  private async begin<T>(actor: Actor, work: Work<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.query(together('START TRANSACTION', actAs(actor)));
      // What the query builder asks before it locks rows; it did not see the transaction begin.
      Object.assign(runner, { isTransactionActive: true });
      const result = await work(runner.manager);
      await commit(runner);
      return result;
    } catch (error) {
      // A connection that is gone has rolled back already, and its complaint would hide the reason.
      await runner.query('ROLLBACK').catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
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
    const result = shared.turn.then(() => this.step(shared, actor, work));
    shared.turn = result.catch(() => undefined);
    return result;
  }

  /** A savepoint of the shared transaction; a step within it bears the same name and hides it until its own end. */
  private async step<T>({ tx, actor: outer }: SharedTransaction, actor: Actor, work: Work<T>): Promise<T> {
    await tx.query(together('SAVEPOINT step', actAs(actor)));
    try {
      const result = await this.share(tx, actor, work);
      await tx.query(together('RELEASE SAVEPOINT step', actAs(outer)));
      return result;
    } catch (error) {
      // Takes back who acts, too.
      await tx.query(together('ROLLBACK TO SAVEPOINT step', 'RELEASE SAVEPOINT step'));
      throw error;
    }
  }
}
