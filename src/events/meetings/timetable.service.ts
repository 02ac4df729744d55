import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor';
import { SYSTEM } from '../../common/actor';
import { Conflict, NotFound, RuleBroken } from '../../common/errors';
import { newId } from '../../common/ids';
import { Database } from '../../platform/database/database';
import { violatedConstraint } from '../../platform/database/database-error';
import type { GuestEntity } from '../guests/guest.entity';
import { GuestRepository } from '../guests/guest.repository';
import { GuestService } from '../guests/guest.service';
import { requireRun } from '../sessions/session-rights';
import type { SessionEntity } from '../sessions/session.entity';
import { SessionRepository } from '../sessions/session.repository';
import { SessionService } from '../sessions/session.service';
import { seatTables } from '../timetable/seat-tables';
import type { MeetingEntity } from './meeting.entity';
import { MeetingRepository } from './meeting.repository';
import { MeetingScores, type MeetingWorth, worthKey } from './meeting-scores';
import type { MeetingView, PlaceMeeting, PlanTimetable, TimetableView } from './meeting.schema';
import { meetingTaskOf, plannedOf, type Sides } from './meeting-task-of';
import { meetingViewOf } from './meeting.view';
import { TimetablePlanner } from './timetable-planner';

/** What a change of a timetable that is out must gain, in points of score. */
const KEEP_POINTS = 30;

/** The timetable of a 对接会: planned from the match scores, adjusted by hand. */
@Injectable()
export class TimetableService {
  constructor(
    private readonly database: Database,
    private readonly sessions: SessionService,
    private readonly sessionRows: SessionRepository,
    private readonly guests: GuestRepository,
    private readonly guestService: GuestService,
    private readonly meetings: MeetingRepository,
    private readonly scores: MeetingScores,
    private readonly planner: TimetablePlanner,
  ) {}

  /** The meetings the actor may see; names of both sides are told to whoever sees a meeting. @throws 404 */
  get(actor: Actor, sessionId: string): Promise<TimetableView> {
    return this.database.asOne(actor, async (tx) => {
      const session = await this.sessions.require(sessionId, tx);
      return this.view(session, await this.meetings.of(sessionId, tx), null);
    });
  }

  /**
   * Plans the meetings of those who come; locked ones and those that took place stay.
   * `signal` gives the planning up, and nothing is changed.
   * @throws 404; 403; 422 SESSION.NO_SLOTS, SESSION.NOBODY_TO_MEET, SESSION.PLANNING_STOPPED; 412 when somebody planned meanwhile
   */
  async plan(
    actor: Actor,
    sessionId: string,
    { mode, among }: PlanTimetable,
    signal?: AbortSignal,
  ): Promise<TimetableView> {
    const read = await this.database.as(actor, async (tx) => {
      const session = await this.sessions.require(sessionId, tx);
      requireRun(actor, session);
      return { session, ...(await this.participants(sessionId, among, tx)) };
    });
    const { session, sides, current } = read;
    if (session.slots.length === 0) throw new RuleBroken('SESSION.NO_SLOTS', 'The session has no slots');
    if (sides.hosts.length === 0 || sides.visitors.length === 0)
      throw new RuleBroken('SESSION.NOBODY_TO_MEET', 'One side has nobody who comes');
    const worths = await this.scores.of(sides.hosts, sides.visitors);
    const kept = current.filter(isKept);
    const task = meetingTaskOf(session, sides, worths, kept);
    const fit = mode === 'anew' ? undefined : { current: plannedOf(current, sides), keep: KEEP_POINTS };
    const planned = await this.planner.plan({ task, fit }, signal);
    const locked = plannedOf(kept, sides);
    const isLocked = new Set(locked.map(({ host, visitor }) => `${host}-${visitor}`));
    const seated = seatTables(planned.meetings, session.tables, locked);
    const fresh = seated
      .filter(({ host, visitor }) => !isLocked.has(`${host}-${visitor}`))
      .map((meeting) => newMeeting(session, sides, meeting, worths));
    return this.database.asOne(actor, async (tx) => {
      await this.sessionRows.lock(sessionId, tx);
      await this.meetings.replace(sessionId, fresh, tx);
      await this.sessionRows.setBound(sessionId, planned.upperBound ?? session.upperBound, tx);
      const now = await this.sessions.require(sessionId, tx);
      return this.view(now, await this.meetings.of(sessionId, tx), planned.kept);
    });
  }

  /** Puts two guests together by hand; such a meeting is locked. @throws 404; 403; 409 SESSION.MEETING_CONFLICT */
  async place(actor: Actor, sessionId: string, { host, visitor, slot }: PlaceMeeting): Promise<MeetingView> {
    const found = await this.database.as(actor, async (tx) => {
      const session = await this.sessions.require(sessionId, tx);
      requireRun(actor, session);
      const hostGuest = await this.guestService.requireGuest(sessionId, host, tx);
      const visitorGuest = await this.guestService.requireGuest(sessionId, visitor, tx);
      const taken = (await this.meetings.of(sessionId, tx)).filter((meeting) => meeting.slot === slot);
      return { session, sides: { hosts: [hostGuest], visitors: [visitorGuest] }, taken };
    });
    const { session, sides, taken } = found;
    const used = new Set(taken.map(({ tableNumber }) => tableNumber));
    const table = Array.from({ length: session.tables }, (_, at) => at + 1).find((one) => !used.has(one));
    const isAway = [...sides.hosts, ...sides.visitors].some(({ away }) => away.includes(slot));
    if (table === undefined || slot >= session.slots.length || isAway) throw conflict();
    const worths = await this.scores.of(sides.hosts, sides.visitors);
    const meeting = newMeeting(session, sides, { host: 0, visitor: 0, slot, table }, worths);
    return this.database.asOne(actor, async (tx) => {
      await unlessTaken(this.meetings.insert({ ...meeting, locked: true }, tx));
      return meetingViewOf({ ...meeting, locked: true });
    });
  }

  /** @throws 404; 403 */
  lock(actor: Actor, at: MeetingAt, locked: boolean): Promise<MeetingView> {
    return this.database.asOne(actor, async (tx) => {
      const meeting = await this.requireOwn(actor, at, tx);
      await this.meetings.update(meeting.id, { locked }, tx);
      return meetingViewOf({ ...meeting, locked });
    });
  }

  /** @throws 404; 403; 409 SESSION.MEETING_TALKED */
  remove(actor: Actor, at: MeetingAt): Promise<void> {
    return this.database.asOne(actor, async (tx) => {
      const { id } = await this.requireOwn(actor, at, tx);
      if (!(await this.meetings.remove(id, tx)))
        throw new Conflict('SESSION.MEETING_TALKED', 'The meeting took place');
    });
  }

  private async requireOwn(
    actor: Actor,
    { sessionId, meetingId }: MeetingAt,
    tx: EntityManager,
  ): Promise<MeetingEntity> {
    requireRun(actor, await this.sessions.require(sessionId, tx));
    const meeting = await this.meetings.find(meetingId, tx);
    if (meeting?.sessionId !== sessionId) throw noSuchMeeting();
    return meeting;
  }

  private async participants(
    sessionId: string,
    among: PlanTimetable['among'],
    tx: EntityManager,
  ): Promise<{ sides: Sides; current: MeetingEntity[] }> {
    const isIn = ({ reply, presence }: GuestEntity) =>
      among === 'arrived' ? presence === 'arrived' : reply === 'accepted' && presence !== 'absent';
    const guests = await this.guests.of(sessionId, tx);
    const current = await this.meetings.of(sessionId, tx);
    const stay = new Set(current.filter(isKept).flatMap(({ hostId, visitorId }) => [hostId, visitorId]));
    const taking = guests.filter((guest) => isIn(guest) || stay.has(guest.id));
    const side = (name: GuestEntity['side']) => taking.filter((guest) => guest.side === name);
    return { sides: { hosts: side('host'), visitors: side('visitor') }, current };
  }

  private async view(
    session: SessionEntity,
    meetings: readonly MeetingEntity[],
    kept: number | null,
  ): Promise<TimetableView> {
    const ids = meetings.flatMap(({ hostId, visitorId }) => [hostId, visitorId]);
    const met = await this.database.as(SYSTEM, (tx) => this.guests.findAll(ids, tx));
    return {
      meetings: meetings.map(meetingViewOf),
      names: Object.fromEntries(met.map(({ id, label }) => [id, label])),
      total: meetings.reduce((sum, { score }) => sum + score, 0),
      upperBound: session.upperBound,
      kept,
    };
  }
}

export interface MeetingAt {
  sessionId: string;
  meetingId: string;
}

const isKept = ({ locked, talkedAt }: MeetingEntity): boolean => locked || talkedAt !== null;

function newMeeting(
  { id: sessionId, sampleSet }: SessionEntity,
  { hosts, visitors }: Sides,
  at: { host: number; visitor: number; slot: number; table: number },
  worths: ReadonlyMap<string, MeetingWorth>,
): MeetingEntity {
  const [hostId, visitorId] = [hosts[at.host]!.id, visitors[at.visitor]!.id];
  const worth = worths.get(worthKey(hostId, visitorId));
  return {
    id: newId(),
    sessionId,
    hostId,
    visitorId,
    slot: at.slot,
    tableNumber: at.table,
    score: worth?.score ?? 0,
    pairKind: worth?.pair?.pairKind ?? null,
    demandId: worth?.pair?.demandId ?? null,
    supplyId: worth?.pair?.supplyId ?? null,
    locked: false,
    strength: null,
    nextStep: null,
    note: null,
    talkedAt: null,
    talkedBy: null,
    matchId: null,
    version: 1,
    sampleSet,
  };
}

async function unlessTaken<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (violatedConstraint(error)?.startsWith('session_meetings') !== true) throw error;
    throw conflict();
  }
}

const conflict = () =>
  new Conflict('SESSION.MEETING_CONFLICT', 'One of the two is away or busy, or no table is free');
export const noSuchMeeting = () =>
  new NotFound('SESSION.MEETING_NOT_FOUND', 'The session has no such meeting');
