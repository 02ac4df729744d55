import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SYSTEM } from '../../common/actor';
import { type Clock, dayOf } from '../../common/clock';
import { Conflict, NotFound } from '../../common/errors';
import { PlanService } from '../../plan/plan.service';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import type { GuestSide } from '../../taxonomy/event.vocabulary';
import type { SessionEntity } from '../sessions/session.entity';
import { SessionRepository } from '../sessions/session.repository';
import { GuestDetailsCipher } from './guest-details';
import type { GuestEntity } from './guest.entity';
import { GuestRepository } from './guest.repository';
import type { AnswerInvitation, InvitationView } from './guest.schema';
import { GuestService } from './guest.service';

const OTHER_SIDE: Record<GuestSide, GuestSide | undefined> = {
  host: 'visitor',
  visitor: 'host',
  attending: undefined,
};

/** An invitation in the hands of its guest, who needs no account: the link says who they are. */
@Injectable()
export class InvitationService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionRepository,
    private readonly guests: GuestRepository,
    private readonly service: GuestService,
    private readonly plans: PlanService,
    private readonly details: GuestDetailsCipher,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** @throws 404 SESSION.INVITATION_NOT_FOUND */
  open(token: string): Promise<InvitationView> {
    return this.database.as(SYSTEM, async (tx) => {
      const { guest, session } = await this.read(token, tx);
      return this.view(guest, session, tx);
    });
  }

  /** @throws 404; 409 SESSION.INVITATION_CLOSED from the day itself on */
  answer(token: string, answer: AnswerInvitation): Promise<InvitationView> {
    return this.database.as(SYSTEM, async (tx) => {
      const { guest, session } = await this.read(token, tx);
      if (!this.isOpen(session))
        throw new Conflict('SESSION.INVITATION_CLOSED', 'The day of the session has come');
      const choices = new Set((await this.others(guest, tx)).map(({ id }) => id));
      const wishes = answer.wishes.filter((id) => choices.has(id));
      await this.guests.update(guest, this.service.answered(guest, { ...answer, wishes }), tx);
      return this.view(await this.service.requireGuest(session.id, guest.id, tx), session, tx);
    });
  }

  private async read(
    token: string,
    tx: EntityManager,
  ): Promise<{ guest: GuestEntity; session: SessionEntity }> {
    const guestId = this.details.guestOf(token);
    const guest = guestId === undefined ? null : await this.guests.find(guestId, tx);
    const session = guest && (await this.sessions.find(guest.sessionId, tx));
    if (!guest || !session) throw new NotFound('SESSION.INVITATION_NOT_FOUND', 'There is no such invitation');
    return { guest, session };
  }

  private isOpen({ heldOn }: SessionEntity): boolean {
    return dayOf(this.clock.now()) < heldOn;
  }

  private async others({ sessionId, side }: GuestEntity, tx: EntityManager): Promise<GuestEntity[]> {
    const guests = await this.guests.of(sessionId, tx);
    return guests.filter((other) => other.side === OTHER_SIDE[side] && other.reply === 'accepted');
  }

  private async view(guest: GuestEntity, session: SessionEntity, tx: EntityManager): Promise<InvitationView> {
    const found = await this.plans.findActivity(session.activityId, tx);
    const { id, title, heldOn, venue, slots } = session;
    return {
      session: { id, title, heldOn, venue, slots },
      activity: found?.activity.name ?? '',
      label: guest.label,
      side: guest.side,
      reply: guest.reply,
      pitches: guest.pitches,
      signs: guest.signs,
      away: guest.away,
      wishes: guest.wishes,
      others: (await this.others(guest, tx)).map(({ id, label }) => ({ id, label })),
      open: this.isOpen(session),
    };
  }
}
