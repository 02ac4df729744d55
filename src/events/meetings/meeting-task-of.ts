import type { GuestEntity } from '../guests/guest.entity';
import type { SessionEntity } from '../sessions/session.entity';
import type { MeetingTask, Party, PlannedMeeting } from '../timetable/meeting-task';
import type { MeetingEntity } from './meeting.entity';
import { type MeetingWorth, worthKey } from './meeting-scores';

export interface Sides {
  hosts: readonly GuestEntity[];
  visitors: readonly GuestEntity[];
}

/** A session as the planning sees it: guests by their place in `sides`. */
export function meetingTaskOf(
  session: SessionEntity,
  { hosts, visitors }: Sides,
  worths: ReadonlyMap<string, MeetingWorth>,
  kept: readonly MeetingEntity[],
): MeetingTask {
  const partyOf = ({ meetingLimit, away }: GuestEntity): Party => ({
    limit: meetingLimit ?? session.meetingLimit,
    available: session.slots.map((_slot, at) => !away.includes(at)),
  });
  const pairs = hosts.flatMap((host, row) =>
    visitors.flatMap((visitor, column) => {
      const worth = worths.get(worthKey(host.id, visitor.id));
      return worth ? [{ host: row, visitor: column, score: worth.score }] : [];
    }),
  );
  return {
    hosts: hosts.map(partyOf),
    visitors: visitors.map(partyOf),
    slots: session.slots.length,
    tables: session.tables,
    pairs,
    locked: plannedOf(kept, { hosts, visitors }),
  };
}

/** Meetings by the places of their guests; those of guests who take no part are left out. */
export function plannedOf(
  meetings: readonly MeetingEntity[],
  { hosts, visitors }: Sides,
): (PlannedMeeting & { table: number })[] {
  const placeOf = (guests: readonly GuestEntity[]) => new Map(guests.map(({ id }, at) => [id, at]));
  const [hostAt, visitorAt] = [placeOf(hosts), placeOf(visitors)];
  return meetings.flatMap(({ hostId, visitorId, slot, tableNumber }) => {
    const [host, visitor] = [hostAt.get(hostId), visitorAt.get(visitorId)];
    return host === undefined || visitor === undefined ? [] : [{ host, visitor, slot, table: tableNumber }];
  });
}
