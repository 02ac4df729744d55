import { Injectable } from '@nestjs/common';
import { type Actor, SYSTEM } from '../../common/actor';
import type { Clock } from '../../common/clock';
import { DomainError } from '../../common/errors';
import { ContactService } from '../../matching/contacts/contact.service';
import { MatchRepository } from '../../matching/review/match.repository';
import { MatchStart } from '../../matching/review/match-start';
import { StageService } from '../../matching/review/stage.service';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import type { ContactResult, TalkStrength } from '../../taxonomy/contact.vocabulary';
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
      await this.sessions.require(sessionId, tx);
      const meeting = await this.meetings.find(meetingId, tx);
      if (meeting?.sessionId !== sessionId) throw noSuchMeeting();
      // The table's desk may be the organiser's, who sees no match: the platform writes what it heard, in its name.
      const desk: Actor = { ...SYSTEM, userId: actor.userId };
      const matchId = await this.matchOf(desk, meeting, talk);
      const changes = {
        strength: talk.strength,
        nextStep: talk.nextStep ?? null,
        note: talk.note ?? null,
        talkedAt: this.clock.now(),
        talkedBy: actor.userId,
        matchId,
      };
      await this.meetings.update(meetingId, changes, tx);
      if (matchId !== null) await this.contacts.record(desk, matchId, contactOf(talk));
      return meetingViewOf({ ...meeting, ...changes });
    });
  }

  /** The match of the pair that the meeting is about, made when there was interest; null without one. */
  private async matchOf(
    desk: Actor,
    { pairKind, demandId, supplyId }: MeetingEntity,
    { strength }: RecordTalk,
  ): Promise<string | null> {
    if (!pairKind || !demandId || !supplyId) return null;
    const pair = { pairKind, demandId, supplyId };
    const known = await this.database.as(desk, (own) => this.matches.findPair(pair, own));
    if (known) return known.id;
    if (strength === 'none') return null;
    try {
      return await this.database.as(desk, async (own) => {
        const match = await this.starts.start(desk, pair, own);
        const step = {
          matchId: match.id,
          version: match.version,
          to: 'shortlisted',
          command: 'review',
        } as const;
        return (await this.stages.move(desk, step, own)).id;
      });
    } catch (error) {
      // A record that is not on offer any more: the card is kept all the same.
      if (error instanceof DomainError) return null;
      throw error;
    }
  }
}

const contactOf = ({ strength, nextStep, note }: RecordTalk) => ({
  how: 'meeting' as const,
  result: RESULTS[strength],
  note: [nextStep, note].filter((text) => text !== undefined).join('\n') || undefined,
});
