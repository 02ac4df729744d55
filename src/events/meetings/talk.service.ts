import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, SYSTEM } from '../../common/actor';
import type { Clock } from '../../common/clock';
import { DomainError } from '../../common/errors';
import { ContactService } from '../../matching/contacts/contact.service';
import { MatchRepository, type Pair } from '../../matching/review/match.repository';
import { MatchStart } from '../../matching/review/match-start';
import { StageService } from '../../matching/review/stage.service';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import type { ContactResult, TalkStrength } from '../../taxonomy/contact.vocabulary';
import { canRun } from '../sessions/session-rights';
import { SessionService } from '../sessions/session.service';
import type { MeetingEntity } from './meeting.entity';
import { MeetingRepository } from './meeting.repository';
import type { MeetingView, RecordTalk } from './meeting.schema';
import { meetingViewOf } from './meeting.view';
import { type MeetingAt, noSuchMeeting } from './timetable.service';

const RESULTS: Record<TalkStrength, ContactResult> = {
  strong: 'interested',
  medium: 'interested',
  weak: 'considering',
  none: 'not-interested',
};

/** 洽谈卡: what was said at a table, kept with the meeting and on the match of the two records. */
@Injectable()
export class TalkService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionService,
    private readonly meetings: MeetingRepository,
    private readonly matches: MatchRepository,
    private readonly starts: MatchStart,
    private readonly stages: StageService,
    private readonly contacts: ContactService,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /**
   * Keeps the card. A talk about two records becomes a contact of their match; with some interest a pair that nobody has
   * acted on becomes a match on the demand's shortlist. Recorded again, the card is replaced and the contact added.
   * @throws 404
   */
  record(actor: Actor, { sessionId, meetingId }: MeetingAt, talk: RecordTalk): Promise<MeetingView> {
    return this.database.asOne(actor, async (tx) => {
      const session = await this.sessions.require(sessionId, tx);
      const meeting = await this.meetings.find(meetingId, tx);
      if (meeting?.sessionId !== sessionId) throw noSuchMeeting();
      // Who runs the session may be its organiser, who sees no match: the platform writes what was heard, in their name.
      const desk: Actor = canRun(actor, session) ? { ...SYSTEM, userId: actor.userId } : actor;
      const changes = {
        strength: talk.strength,
        nextStep: talk.nextStep ?? null,
        note: talk.note ?? null,
        talkedAt: this.clock.now(),
        talkedBy: actor.userId,
        matchId: (await this.tellMatch(desk, meeting, talk)) ?? meeting.matchId,
      };
      await this.meetings.update(meetingId, changes, tx);
      return meetingViewOf({ ...meeting, ...changes });
    });
  }

  /** The match that now has the talk as a contact; null without one, and for a desk that has no right to it. */
  private async tellMatch(desk: Actor, meeting: MeetingEntity, talk: RecordTalk): Promise<string | null> {
    const { pairKind, demandId, supplyId } = meeting;
    if (!pairKind || !demandId || !supplyId) return null;
    try {
      return await this.database.as(desk, async (tx) => {
        const id = await this.matchOf(desk, { pairKind, demandId, supplyId }, talk, tx);
        if (id !== null) await this.contacts.record(desk, id, contactOf(talk));
        return id;
      });
    } catch (error) {
      // Another park's match, or a record that is not on offer any more: the card is kept all the same.
      if (error instanceof DomainError) return null;
      throw error;
    }
  }

  private async matchOf(
    desk: Actor,
    pair: Pair,
    { strength }: RecordTalk,
    tx: EntityManager,
  ): Promise<string | null> {
    const known = await this.matches.findPair(pair, tx);
    if (known || strength === 'none') return known?.id ?? null;
    const { id: matchId, version } = await this.starts.start(desk, pair, tx);
    await this.stages.move(desk, { matchId, version, to: 'shortlisted', command: 'review' }, tx);
    return matchId;
  }
}

const contactOf = ({ strength, nextStep, note }: RecordTalk) => ({
  how: 'meeting' as const,
  result: RESULTS[strength],
  note: [nextStep, note].filter((text) => text !== undefined).join('\n') || undefined,
});
