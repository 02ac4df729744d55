import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor';
import type { Clock } from '../../common/clock';
import { NotFound, RuleBroken, Stale } from '../../common/errors';
import { newId } from '../../common/ids';
import type { Page } from '../../common/page';
import { ParkService } from '../../organisations/park.service';
import { PlanService } from '../../plan/plan.service';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import { canRun, isOfficer, requireRun } from './session-rights';
import type { SessionEntity } from './session.entity';
import { SessionRepository } from './session.repository';
import type { CreateSession, EditSession, SessionQuery, SessionView } from './session.schema';

@Injectable()
export class SessionService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionRepository,
    private readonly plans: PlanService,
    private readonly parks: ParkService,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** @throws 404 PARK.NOT_FOUND, PLAN.UNKNOWN_ACTIVITY; 403 SESSION.NOT_YOURS */
  create(actor: Actor, input: CreateSession): Promise<SessionView> {
    return this.database.as(actor, async (tx) => {
      const { activity: activityId, park, venue, ...stated } = input;
      const found = await this.plans.findActivity(activityId, tx);
      if (!found) throw new RuleBroken('PLAN.UNKNOWN_ACTIVITY', 'The plan has no such activity');
      const parkId = park === undefined ? ownPark(actor) : (await this.parks.requireByCode(park, tx)).id;
      requireRun(actor, { activityId, parkId });
      const now = this.clock.now();
      const session: SessionEntity = {
        id: newId(),
        ...stated,
        activityId,
        parkId,
        venue: venue ?? null,
        upperBound: null,
        version: 1,
        sampleSet: found.activity.sampleSet,
        createdAt: now,
        updatedAt: now,
      };
      await this.sessions.insert(session, tx);
      return this.view(actor, session, tx);
    });
  }

  /** @throws 404; 403; 412 */
  edit(actor: Actor, id: string, version: number, input: EditSession): Promise<SessionView> {
    return this.database.as(actor, async (tx) => {
      requireRun(actor, await this.require(id, tx));
      const stated = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
      const changes = { ...stated, updatedAt: this.clock.now() };
      if (!(await this.sessions.update(id, version, changes, tx)))
        throw new Stale('HTTP.STALE', 'The session was changed by somebody else');
      return this.view(actor, await this.require(id, tx), tx);
    });
  }

  /** @throws 404 SESSION.NOT_FOUND */
  get(actor: Actor, id: string): Promise<SessionView> {
    return this.database.as(actor, async (tx) => this.view(actor, await this.require(id, tx), tx));
  }

  /** The latest first. */
  list(actor: Actor, query: SessionQuery): Promise<Page<SessionView>> {
    return this.database.as(actor, async (tx) => {
      const { items, nextCursor } = await this.sessions.page(query, tx);
      const views: SessionView[] = [];
      for (const session of items) views.push(await this.view(actor, session, tx));
      return { items: views, nextCursor };
    });
  }

  /** @throws 404 SESSION.NOT_FOUND also for a session of another organiser */
  async require(id: string, tx: EntityManager): Promise<SessionEntity> {
    const session = await this.sessions.find(id, tx);
    if (!session) throw new NotFound('SESSION.NOT_FOUND', 'There is no such session');
    return session;
  }

  private async view(actor: Actor, session: SessionEntity, tx: EntityManager): Promise<SessionView> {
    const found = await this.plans.findActivity(session.activityId, tx);
    const park = (await this.parks.list(tx)).find(({ id }) => id === session.parkId);
    return {
      id: session.id,
      activity: {
        id: session.activityId,
        number: found?.activity.number ?? 0,
        name: found?.activity.name ?? '',
        plan: found?.plan.code ?? '',
      },
      park: park?.code ?? null,
      title: session.title,
      heldOn: session.heldOn,
      venue: session.venue,
      slots: session.slots,
      tables: session.tables,
      meetingLimit: session.meetingLimit,
      reminds: session.reminds,
      runs: canRun(actor, session),
      version: session.version,
      sampleSet: session.sampleSet,
    };
  }
}

const ownPark = (actor: Actor): string | null => (isOfficer(actor) ? (actor.parkIds[0] ?? null) : null);
