import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor';
import type { Clock } from '../../common/clock';
import { NotFound } from '../../common/errors';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import type { SignInWay } from '../../taxonomy/event.vocabulary';
import { requireRun } from '../sessions/session-rights';
import type { SessionEntity } from '../sessions/session.entity';
import { SessionService } from '../sessions/session.service';
import { GuestDetailsCipher } from './guest-details';
import type { GuestEntity } from './guest.entity';
import { GuestRepository } from './guest.repository';
import type { SignIn, SignInAnswer } from './guest.schema';
import { GuestService } from './guest.service';

/** 签到: at the door, by whatever the guest has with them. */
@Injectable()
export class GuestSignIn {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionService,
    private readonly service: GuestService,
    private readonly guests: GuestRepository,
    private readonly details: GuestDetailsCipher,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /**
   * Signs the guest in; again changes nothing but a substitute. An end of a phone number that several share answers them
   * to choose from.
   * @throws 404 SESSION.NOT_FOUND, SESSION.GUEST_NOT_FOUND also for a code of another session; 403
   */
  signIn(actor: Actor, sessionId: string, input: SignIn): Promise<SignInAnswer> {
    return this.database.as(actor, async (tx) => {
      const session = await this.sessions.require(sessionId, tx);
      requireRun(actor, session);
      const found = await this.find(session, input, tx);
      const [guest, ...others] = found;
      if (!guest) throw noSuchGuest();
      if (others.length > 0)
        return { guest: null, candidates: await this.service.views(actor, session, found, tx) };
      await this.arrive(guest, input, tx);
      const after = await this.service.requireGuest(sessionId, guest.id, tx);
      const [view] = await this.service.views(actor, session, [after], tx);
      return { guest: view ?? null, candidates: [] };
    });
  }

  /** Takes a sign-in back. @throws 404; 403 */
  undo(actor: Actor, sessionId: string, guestId: string): Promise<void> {
    return this.database.as(actor, async (tx) => {
      requireRun(actor, await this.sessions.require(sessionId, tx));
      const guest = await this.service.requireGuest(sessionId, guestId, tx);
      const expected = { presence: 'expected', arrivedAt: null, arrivedBy: null } as const;
      await this.guests.update(guest, expected, tx);
    });
  }

  /** 未到: everybody who was expected and has not come. Answers how many. @throws 404; 403 */
  close(actor: Actor, sessionId: string): Promise<{ absent: number }> {
    return this.database.as(actor, async (tx) => {
      requireRun(actor, await this.sessions.require(sessionId, tx));
      return { absent: await this.guests.markAbsent(sessionId, tx) };
    });
  }

  private async find(
    { id }: SessionEntity,
    { token, phoneTail, guest }: SignIn,
    tx: EntityManager,
  ): Promise<GuestEntity[]> {
    if (phoneTail !== undefined) return this.guests.byTail(id, this.details.tailIndexes(phoneTail), tx);
    const guestId = token === undefined ? guest : this.details.guestOf(token);
    return guestId === undefined ? [] : [await this.service.requireGuest(id, guestId, tx)];
  }

  private async arrive(guest: GuestEntity, input: SignIn, tx: EntityManager): Promise<void> {
    const { substitute } = input;
    const instead = substitute && { ...this.details.seal(guest.id, substitute), substituted: true };
    const now = { presence: 'arrived', arrivedAt: this.clock.now(), arrivedBy: wayOf(input) } as const;
    if (guest.presence !== 'arrived') await this.guests.update(guest, { ...now, ...instead }, tx);
    else if (instead) await this.guests.update(guest, instead, tx);
  }
}

const wayOf = ({ token, phoneTail }: SignIn): SignInWay =>
  token !== undefined ? 'qr' : phoneTail !== undefined ? 'phone' : 'paper';

const noSuchGuest = () => new NotFound('SESSION.GUEST_NOT_FOUND', 'The session has no such guest');
