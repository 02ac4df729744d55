import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor';
import type { Clock } from '../../common/clock';
import { NotFound } from '../../common/errors';
import { newId } from '../../common/ids';
import { ShortlistService } from '../../matching/shortlists/shortlist.service';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import { requireUser } from '../notices/notice.service';
import { AlertRepository } from './alert.repository';
import type { AlertView, CreateAlert } from './alert.schema';

/** What people asked to be told when it arrives. */
@Injectable()
export class AlertService {
  constructor(
    private readonly database: Database,
    private readonly alerts: AlertRepository,
    private readonly shortlists: ShortlistService,
    @InjectClock() private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<AlertView[]> {
    return this.database.as(actor, async (tx) =>
      (await this.alerts.ofUser(requireUser(actor), tx)).map(({ demandId, createdAt, ...alert }) => ({
        id: alert.id,
        pairKind: alert.pairKind,
        demand: demandId,
        code: alert.code,
        minScore: alert.minScore,
        createdAt: createdAt.toISOString(),
      })),
    );
  }

  /** Watches a shortlist that the actor may read. @throws 404 as the shortlist itself */
  async create(actor: Actor, { pairKind, demand, minScore }: CreateAlert): Promise<AlertView[]> {
    await this.shortlists.get(actor, demand, pairKind);
    await this.database.as(actor, async (tx) => {
      const id = newId();
      const userId = requireUser(actor);
      const [createdAt, generation] = [this.clock.now(), 0];
      await this.alerts.remember(
        { id, userId, pairKind, demandId: demand, minScore, generation, createdAt },
        tx,
      );
    });
    return this.list(actor);
  }

  /** @throws 404 ALERT.NOT_FOUND */
  async remove(actor: Actor, id: string): Promise<AlertView[]> {
    await this.database.as(actor, async (tx) => {
      if (!(await this.alerts.remove(id, requireUser(actor), tx)))
        throw new NotFound('ALERT.NOT_FOUND', 'There is no such alert');
    });
    return this.list(actor);
  }
}
