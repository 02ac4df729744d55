import type { PlannedMeeting } from './meeting-task';

export interface SeatedMeeting extends PlannedMeeting {
  /** From 1. */
  readonly table: number;
}

/**
 * Gives every meeting a table. Hosts stay where they are while they can, so that only visitors walk: each keeps the table
 * it had last, or takes one that no other host has begun at. `locked` meetings keep theirs. At most `tables` meetings
 * share a slot.
 */
export function seatTables(
  meetings: readonly PlannedMeeting[],
  tables: number,
  locked: readonly SeatedMeeting[] = [],
): SeatedMeeting[] {
  const tableOf = new Map(locked.map(({ host, visitor, table }) => [`${host}-${visitor}`, table]));
  const homes = new Map(locked.map(({ host, table }) => [host, table]));
  const slots = [...new Set(meetings.map(({ slot }) => slot))].sort((a, b) => a - b);
  return slots.flatMap((slot) => {
    const here = meetings.filter((meeting) => meeting.slot === slot);
    const keyOf = ({ host, visitor }: PlannedMeeting) => `${host}-${visitor}`;
    const taken = new Set(here.flatMap((meeting) => tableOf.get(keyOf(meeting)) ?? []));
    const seated = here.flatMap((meeting) => {
      const table = tableOf.get(keyOf(meeting));
      return table === undefined ? [] : [{ ...meeting, table }];
    });
    const others = here.filter((meeting) => !tableOf.has(keyOf(meeting)));
    const atHome = others.filter(({ host }) => homes.has(host));
    const moving: PlannedMeeting[] = others.filter(({ host }) => !homes.has(host));
    for (const meeting of atHome) {
      const home = homes.get(meeting.host)!;
      if (taken.has(home)) moving.push(meeting);
      else {
        taken.add(home);
        seated.push({ ...meeting, table: home });
      }
    }
    for (const meeting of moving) {
      const table = freeTable(tables, taken, new Set(homes.values()));
      taken.add(table);
      homes.set(meeting.host, table);
      seated.push({ ...meeting, table });
    }
    return seated.sort((a, b) => a.table - b.table);
  });
}

/** The first that is nobody's, else the first that is free now. */
function freeTable(tables: number, taken: ReadonlySet<number>, homes: ReadonlySet<number>): number {
  const numbers = Array.from({ length: tables }, (_, at) => at + 1).filter((table) => !taken.has(table));
  const table = numbers.find((number) => !homes.has(number)) ?? numbers[0];
  if (table === undefined) throw new RangeError('More meetings than tables in a slot');
  return table;
}
