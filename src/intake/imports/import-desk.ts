import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, SYSTEM } from '../../common/actor';
import { type Clock, dayOf } from '../../common/clock';
import { Conflict, Forbidden, NotFound } from '../../common/errors';
import { ActorRepository } from '../../identity/actor.repository';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import type { Layout } from '../table/layout';
import type { ImportEntity } from './import.entity';
import type { ImportState } from './import-state';
import { ImportRepository } from './import.repository';

/** An import whose file was read. */
export type LaidOut = ImportEntity & { layout: Layout };

/** Finds imports, moves them from state to state, and says as whom their work is done. */
@Injectable()
export class ImportDesk {
  constructor(
    private readonly database: Database,
    private readonly imports: ImportRepository,
    private readonly actors: ActorRepository,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** @throws 404 IMPORT.NOT_FOUND */
  async require(id: string, tx: EntityManager): Promise<ImportEntity> {
    const found = await this.imports.find(id, tx);
    if (!found) throw new NotFound('IMPORT.NOT_FOUND', 'There is no such import');
    return found;
  }

  /** @throws 404; 409 IMPORT.STATE when it is in none of `states` */
  async requireIn(id: string, states: readonly ImportState[], tx: EntityManager): Promise<LaidOut> {
    const found = await this.require(id, tx);
    if (!states.includes(found.state) || found.layout === null) throw wrongState();
    return found as LaidOut;
  }

  /** @throws 409 IMPORT.STATE */
  async move(
    id: string,
    from: readonly ImportState[],
    changes: Partial<ImportEntity>,
    tx: EntityManager,
  ): Promise<void> {
    if (!(await this.imports.change(id, from, changes, tx))) throw wrongState();
  }

  /** Who sent the list, with the rights they have now: the work of a job is theirs. */
  async openJob(id: string): Promise<{ list: ImportEntity; actor: Actor } | undefined> {
    return this.database.as(SYSTEM, async (tx) => {
      const list = await this.imports.find(id, tx);
      if (!list) return undefined;
      if (list.createdBy === null) return { list, actor: SYSTEM };
      const actor = await this.actors.find(list.createdBy, dayOf(this.clock.now()), tx);
      if (!actor) throw new Forbidden('AUTH.FORBIDDEN', 'Who sent the list has no account any more');
      return { list, actor };
    });
  }

  /** Ends what a job could not, for a person to go on with. */
  async giveUp(id: string): Promise<void> {
    const failed = { failure: 'IMPORT.FAILED', finishedAt: this.now() };
    await this.database.as(SYSTEM, async (tx) => {
      await this.imports.change(id, ['reading'], { ...failed, state: 'refused' }, tx);
      await this.imports.change(id, ['running', 'reverting'], { ...failed, state: 'finished' }, tx);
    });
  }

  now(): Date {
    return this.clock.now();
  }
}

const wrongState = () => new Conflict('IMPORT.STATE', 'The import is in another state');
