import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor';
import type { Clock } from '../../common/clock';
import { Conflict, NotFound, Stale } from '../../common/errors';
import { newId } from '../../common/ids';
import { ParkService } from '../../organisations/park.service';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import { canRun, isOfficer, notYours } from '../sessions/session-rights';
import type { SessionEntity } from '../sessions/session.entity';
import { SessionService } from '../sessions/session.service';
import { GuestDetailsCipher } from './guest-details';
import type { GuestEntity } from './guest.entity';
import { GuestRepository } from './guest.repository';
import type { AnswerInvitation, EditGuest, GuestView, InviteGuest, InviteGuests } from './guest.schema';
import { canReach, guestViews } from './guest.view';

/** Who is invited to a session and what they answered. */
@Injectable()
export class GuestService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionService,
    private readonly guests: GuestRepository,
    private readonly parks: ParkService,
    private readonly details: GuestDetailsCipher,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** Those the actor may see: all for who runs the session, a park its own. @throws 404 */
  list(actor: Actor, sessionId: string): Promise<GuestView[]> {
    return this.database.as(actor, async (tx) => {
      const session = await this.sessions.require(sessionId, tx);
      return this.views(actor, session, await this.guests.of(sessionId, tx), tx);
    });
  }

  /** @throws 404; 403 SESSION.NOT_YOURS when neither the session nor the park is the actor's */
  invite(actor: Actor, sessionId: string, { guests, walkIn }: InviteGuests): Promise<GuestView[]> {
    return this.database.as(actor, async (tx) => {
      const session = await this.sessions.require(sessionId, tx);
      const rows: GuestEntity[] = [];
      for (const guest of guests) rows.push(await this.newGuest(actor, session, guest, walkIn, tx));
      await this.guests.insert(rows, tx);
      return this.views(actor, session, rows, tx);
    });
  }

  /** @throws 404; 403; 412 */
  edit(actor: Actor, at: GuestAt, version: number, input: EditGuest): Promise<GuestView> {
    const { needs, projects, talents, ...same } = input;
    const changes = { ...same, needIds: needs, projectIds: projects, talentIds: talents };
    const stated = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    return this.change(actor, at, version, () => stated);
  }

  /** What a guest said on the telephone or on paper. @throws 404; 403; 412 */
  reply(actor: Actor, at: GuestAt, version: number, answer: AnswerInvitation): Promise<GuestView> {
    return this.change(actor, at, version, (guest) => this.answered(guest, answer));
  }

  /** @throws 404; 403; 409 SESSION.GUEST_HAS_TALKED */
  remove(actor: Actor, { sessionId, guestId }: GuestAt): Promise<void> {
    return this.database.as(actor, async (tx) => {
      const session = await this.sessions.require(sessionId, tx);
      const guest = await this.requireGuest(session.id, guestId, tx);
      if (!canReach(actor, guest, session)) throw notYours();
      if (!(await this.guests.remove(guestId, tx)))
        throw new Conflict('SESSION.GUEST_HAS_TALKED', 'The guest has meetings that stay');
    });
  }

  /** The columns that an answer changes. Who answers without a mail address is still reached by the one known. */
  answered(guest: Pick<GuestEntity, 'id' | 'details'>, answer: AnswerInvitation): Partial<GuestEntity> {
    const { details, ...same } = answer;
    const email = details?.email ?? this.details.open(guest)?.email;
    return {
      ...same,
      repliedAt: this.clock.now(),
      ...(details && this.details.seal(guest.id, { ...details, email })),
    };
  }

  /** @throws 404 SESSION.GUEST_NOT_FOUND */
  async requireGuest(sessionId: string, guestId: string, tx: EntityManager): Promise<GuestEntity> {
    const guest = await this.guests.find(guestId, tx);
    if (guest?.sessionId !== sessionId)
      throw new NotFound('SESSION.GUEST_NOT_FOUND', 'The session has no such guest');
    return guest;
  }

  async views(
    actor: Actor,
    session: SessionEntity,
    guests: readonly GuestEntity[],
    tx: EntityManager,
  ): Promise<GuestView[]> {
    const codes = new Map((await this.parks.list(tx)).map(({ id, code }) => [id, code]));
    return guests.map(guestViews(actor, session, codes, this.details));
  }

  private change(
    actor: Actor,
    { sessionId, guestId }: GuestAt,
    version: number,
    changesOf: (guest: GuestEntity) => Partial<GuestEntity>,
  ): Promise<GuestView> {
    return this.database.as(actor, async (tx) => {
      const session = await this.sessions.require(sessionId, tx);
      const guest = await this.requireGuest(sessionId, guestId, tx);
      if (!canReach(actor, guest, session)) throw notYours();
      if (!(await this.guests.update({ id: guestId, version }, changesOf(guest), tx)))
        throw new Stale('HTTP.STALE', 'The guest was changed by somebody else');
      const [view] = await this.views(actor, session, [await this.requireGuest(sessionId, guestId, tx)], tx);
      return view as GuestView;
    });
  }

  private async newGuest(
    actor: Actor,
    session: SessionEntity,
    { park, organisation, needs, projects, talents, details, ...same }: InviteGuest,
    walkIn: boolean,
    tx: EntityManager,
  ): Promise<GuestEntity> {
    const parkId = await this.parkOf(actor, session, park, tx);
    const isOwn = parkId !== null && actor.parkIds.includes(parkId);
    if (!canRun(actor, session) && !isOwn) throw notYours();
    const id = newId();
    const now = this.clock.now();
    return {
      id,
      sessionId: session.id,
      side: same.side,
      label: same.label,
      organisationId: organisation ?? null,
      parkId,
      needIds: needs,
      projectIds: projects,
      talentIds: talents,
      ...this.details.seal(id, details),
      reply: walkIn ? 'accepted' : 'invited',
      repliedAt: null,
      pitches: false,
      signs: false,
      wishes: [],
      presence: walkIn ? 'arrived' : 'expected',
      arrivedAt: walkIn ? now : null,
      arrivedBy: walkIn ? 'walk-in' : null,
      substituted: false,
      away: [],
      meetingLimit: same.meetingLimit ?? null,
      version: 1,
      sampleSet: session.sampleSet,
      createdAt: now,
    };
  }

  private async parkOf(
    actor: Actor,
    session: SessionEntity,
    park: string | undefined,
    tx: EntityManager,
  ): Promise<string | null> {
    if (park !== undefined) return (await this.parks.requireByCode(park, tx)).id;
    return isOfficer(actor) ? (actor.parkIds[0] ?? null) : session.parkId;
  }
}

export interface GuestAt {
  sessionId: string;
  guestId: string;
}
