import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, SYSTEM } from '../../common/actor';
import { Database } from '../../platform/database/database';
import type { SigningEntity } from '../../signings/signing.entity';
import { SigningRepository } from '../../signings/signing.repository';
import { talkStrengths } from '../../taxonomy/contact.vocabulary';
import { FollowUpRepository } from '../follow-ups/follow-up.repository';
import type { GuestEntity } from '../guests/guest.entity';
import { GuestRepository } from '../guests/guest.repository';
import type { MeetingEntity } from '../meetings/meeting.entity';
import { MeetingRepository } from '../meetings/meeting.repository';
import { requireRun } from '../sessions/session-rights';
import type { SessionEntity } from '../sessions/session.entity';
import { SessionService } from '../sessions/session.service';
import type { BriefView } from './brief.schema';

const SIGNINGS_READ = 200;

/** 快报: what the day brought, the morning after. */
@Injectable()
export class BriefService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionService,
    private readonly guests: GuestRepository,
    private readonly meetings: MeetingRepository,
    private readonly followUps: FollowUpRepository,
    private readonly signings: SigningRepository,
  ) {}

  /** For who runs the session, and the auditor. @throws 404; 403 */
  async get(actor: Actor, sessionId: string): Promise<BriefView> {
    const session = await this.database.as(actor, async (tx) => {
      const found = await this.sessions.require(sessionId, tx);
      if (actor.role !== 'auditor') requireRun(actor, found);
      return found;
    });
    return this.database.as(SYSTEM, (tx) => this.of(session, tx));
  }

  /** In the caller's transaction, whose actor sees everything. */
  async of(session: SessionEntity, tx: EntityManager): Promise<BriefView> {
    const guests = await this.guests.of(session.id, tx);
    const meetings = await this.meetings.of(session.id, tx);
    const followUps = await this.followUps.ofSession(session.id, tx);
    const answered = followUps.filter(({ outcome }) => outcome !== null);
    const { id, title, heldOn, venue } = session;
    return {
      session: { id, title, heldOn, venue },
      ...attendanceOf(guests),
      ...talksOf(guests, meetings),
      onSite: await this.onSite(session, tx),
      followUps: {
        raised: followUps.length,
        answered: answered.length,
        signed: answered.filter(({ outcome }) => outcome === 'signed').length,
      },
    };
  }

  private async onSite(session: SessionEntity, tx: EntityManager): Promise<BriefView['onSite']> {
    const signed: SigningEntity[] = [];
    let cursor: string | undefined;
    do {
      const filter = { activityId: session.activityId, voided: false, limit: SIGNINGS_READ, cursor };
      const page = await this.signings.page(filter, tx);
      signed.push(...page.items.filter((signing) => isOfDay(signing, session)));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    const amounts: Record<string, number> = {};
    for (const signing of signed)
      for (const [kind, yuan] of Object.entries(signing.amounts)) amounts[kind] = (amounts[kind] ?? 0) + yuan;
    return { signings: signed.length, byKind: countBy(signed, ({ kind }) => kind), amounts };
  }
}

const isOfDay = ({ onSite, ceremonyOn, contractOn }: SigningEntity, { heldOn }: SessionEntity): boolean =>
  onSite && (ceremonyOn ?? contractOn) === heldOn;

function attendanceOf(guests: readonly GuestEntity[]) {
  const count = (is: (guest: GuestEntity) => boolean) => guests.filter(is).length;
  const arrived = guests.filter(({ presence }) => presence === 'arrived');
  const distinct = (ids: (guest: GuestEntity) => string[]) => new Set(arrived.flatMap(ids)).size;
  return {
    invited: count(({ arrivedBy }) => arrivedBy !== 'walk-in'),
    accepted: count(({ reply, arrivedBy }) => reply === 'accepted' && arrivedBy !== 'walk-in'),
    declined: count(({ reply }) => reply === 'declined'),
    arrived: arrived.length,
    walkIns: count(({ arrivedBy }) => arrivedBy === 'walk-in'),
    substitutes: count(({ substituted }) => substituted),
    absent: count(({ presence }) => presence === 'absent'),
    needs: distinct(({ needIds }) => needIds),
    projects: distinct(({ projectIds }) => projectIds),
    talents: distinct(({ talentIds }) => talentIds),
  };
}

function talksOf(guests: readonly GuestEntity[], meetings: readonly MeetingEntity[]) {
  const labels = new Map(guests.map(({ id, label }) => [id, label]));
  const talks = meetings.filter(({ strength }) => strength !== null);
  const count = (code: string) => talks.filter(({ strength }) => strength === code).length;
  return {
    meetings: meetings.length,
    talks: talks.length,
    byStrength: Object.fromEntries(
      talkStrengths.codes.map((code) => [code, count(code)]),
    ) as BriefView['byStrength'],
    intentions: count('strong') + count('medium'),
    nextSteps: talks.flatMap(({ hostId, visitorId, strength, nextStep }) =>
      strength === null || nextStep === null
        ? []
        : [{ host: labels.get(hostId) ?? '', visitor: labels.get(visitorId) ?? '', strength, nextStep }],
    ),
  };
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
}
