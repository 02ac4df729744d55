import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor';
import { Conflict, NotFound } from '../../common/errors';
import { newId } from '../../common/ids';
import { Database } from '../../platform/database/database';
import { Outbox } from '../../queues/outbox';
import type { RunEntity } from './run.entity';
import { RunRepository } from './run.repository';

const RECENT = 20;

/** Asking for, watching and stopping a match of everything. */
@Injectable()
export class RunService {
  constructor(
    private readonly database: Database,
    private readonly runs: RunRepository,
    private readonly outbox: Outbox,
  ) {}

  /** Starts a run, or answers the one that is already under way: two at once would do the same work. */
  start(actor: Actor): Promise<RunEntity> {
    return this.database.as(actor, async (tx) => {
      const open = await this.runs.findOpen(tx);
      return open ?? (await this.startAnew(actor, tx));
    });
  }

  /** Starts a run even if one is under way, for one that may have begun on what has changed since. */
  async startAnew(actor: Actor, tx: EntityManager): Promise<RunEntity> {
    const id = newId();
    await this.runs.add({ id, requestedBy: actor.userId }, tx);
    await this.outbox.enqueue('match-all', { runId: id }, tx);
    return this.require(id, await this.runs.find(id, tx));
  }

  get(actor: Actor, id: string): Promise<RunEntity> {
    return this.database.as(actor, async (tx) => this.require(id, await this.runs.find(id, tx)));
  }

  /** The latest runs, newest first. */
  list(actor: Actor): Promise<RunEntity[]> {
    return this.database.as(actor, (tx) => this.runs.list(RECENT, tx));
  }

  /** Asks the run to stop at its next step; what it has stored stays. */
  cancel(actor: Actor, id: string): Promise<RunEntity> {
    return this.database.as(actor, async (tx) => {
      this.require(id, await this.runs.find(id, tx));
      if (!(await this.runs.requestCancel(id, tx)))
        throw new Conflict('MATCH.RUN_OVER', 'The run is over; there is nothing to cancel');
      return this.require(id, await this.runs.find(id, tx));
    });
  }

  private require(id: string, run: RunEntity | null): RunEntity {
    if (run === null) throw new NotFound('MATCH.RUN_UNKNOWN', 'There is no such run', { params: { id } });
    return run;
  }
}
