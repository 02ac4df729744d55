import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, SYSTEM } from '../../common/actor';
import { type Clock, dayOf } from '../../common/clock';
import { NotFound, RuleBroken } from '../../common/errors';
import type { Page } from '../../common/page';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import { Outbox } from '../../queues/outbox';
import { followUpOutcomes } from '../../taxonomy/event.vocabulary';
import { GuestRepository } from '../guests/guest.repository';
import { MeetingRepository } from '../meetings/meeting.repository';
import { SessionRepository } from '../sessions/session.repository';
import type { FollowUpEntity } from './follow-up.entity';
import { FollowUpRepository } from './follow-up.repository';
import type { AnswerFollowUp, FollowUpQuery, FollowUpView } from './follow-up.schema';

/** Days after a talk at which is asked what came of it. */
export const FOLLOW_UP_DAYS = [7, 30, 90] as const;

/** 回访: arises by itself, is answered by whoever sees the meeting. */
@Injectable()
export class FollowUpService {
  constructor(
    private readonly database: Database,
    private readonly followUps: FollowUpRepository,
    private readonly meetings: MeetingRepository,
    private readonly sessions: SessionRepository,
    private readonly guests: GuestRepository,
    private readonly outbox: Outbox,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** What is due first comes first. */
  list(actor: Actor, { session, ...query }: FollowUpQuery): Promise<Page<FollowUpView>> {
    return this.database.asOne(actor, async (tx) => {
      const { items, nextCursor } = await this.followUps.page({ ...query, sessionId: session }, tx);
      const views: FollowUpView[] = [];
      for (const item of items) views.push(await this.view(item, tx));
      return { items: views, nextCursor };
    });
  }

  /** May be answered again. @throws 404 SESSION.FOLLOW_UP_NOT_FOUND; 422 SESSION.WRONG_OUTCOME */
  answer(actor: Actor, id: string, { outcome, note }: AnswerFollowUp): Promise<FollowUpView> {
    return this.database.asOne(actor, async (tx) => {
      const { afterDays } = await this.require(id, tx);
      if (!outcomesAfter(afterDays).includes(outcome))
        throw new RuleBroken('SESSION.WRONG_OUTCOME', 'This is no answer at this point');
      const doneAt = this.clock.now();
      await this.followUps.update(id, { outcome, note: note ?? null, doneAt, doneBy: actor.userId }, tx);
      return this.view(await this.require(id, tx), tx);
    });
  }

  /** Raises all that is due today, and tells those whom it concerns. Answers how many are new. */
  raiseDue(): Promise<number> {
    const today = dayOf(this.clock.now());
    return this.database.as(SYSTEM, async (tx) => {
      const raised: string[] = [];
      for (const days of FOLLOW_UP_DAYS) raised.push(...(await this.followUps.raise(days, today, tx)));
      const sessions = [...new Set(raised)];
      await this.outbox.enqueueAll(
        'tell-news',
        sessions.map((id) => ({ news: 'session-follow-ups', id })),
        tx,
      );
      return raised.length;
    });
  }

  private async require(id: string, tx: EntityManager): Promise<FollowUpEntity> {
    const found = await this.followUps.find(id, tx);
    if (!found) throw new NotFound('SESSION.FOLLOW_UP_NOT_FOUND', 'There is no such follow-up');
    return found;
  }

  private async view(followUp: FollowUpEntity, tx: EntityManager): Promise<FollowUpView> {
    const meeting = await this.meetings.find(followUp.meetingId, tx);
    const session = meeting && (await this.sessions.find(meeting.sessionId, tx));
    const names = await this.namesOf(meeting ? [meeting.hostId, meeting.visitorId] : []);
    return {
      id: followUp.id,
      session: {
        id: session?.id ?? '',
        title: session?.title ?? '',
        heldOn: session?.heldOn ?? '',
      },
      host: names.get(meeting?.hostId ?? '') ?? '',
      visitor: names.get(meeting?.visitorId ?? '') ?? '',
      strength: meeting?.strength ?? null,
      nextStep: meeting?.nextStep ?? null,
      match: meeting?.matchId ?? null,
      afterDays: followUp.afterDays,
      dueOn: followUp.dueOn,
      outcomes: outcomesAfter(followUp.afterDays),
      outcome: followUp.outcome,
      note: followUp.note,
      doneAt: followUp.doneAt?.toISOString() ?? null,
    };
  }

  /** Who sees a meeting is told the signs of both sides, another park's guest too. */
  private async namesOf(ids: readonly string[]): Promise<Map<string, string>> {
    const guests = await this.database.as(SYSTEM, (tx) => this.guests.findAll(ids, tx));
    return new Map(guests.map(({ id, label }) => [id, label]));
  }
}

const outcomesAfter = (days: number) =>
  followUpOutcomes.terms
    .filter(({ after }) => (after as readonly number[]).includes(days))
    .map(({ code }) => code);
