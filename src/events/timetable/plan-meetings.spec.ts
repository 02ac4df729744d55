import fc from 'fast-check';
import { isOptimal, type MeetingTask, type PlannedMeeting, scoreTable } from './meeting-task';
import { planGreedily } from './plan-greedily';
import { planMeetings, totalOf } from './plan-meetings';
import { replanMeetings } from './replan-meetings';
import { seatTables } from './seat-tables';

const party = (slots: number) =>
  fc.record({
    limit: fc.integer({ min: 0, max: 4 }),
    available: fc.array(fc.boolean(), { minLength: slots, maxLength: slots }),
  });

/** Tasks with a valid set of locked meetings, taken from a plan made before they were known. */
const tasks = fc
  .record({ slots: fc.integer({ min: 1, max: 4 }), tables: fc.integer({ min: 1, max: 4 }), seed: fc.nat() })
  .chain(({ slots, tables }) =>
    fc.record({
      slots: fc.constant(slots),
      tables: fc.constant(tables),
      hosts: fc.array(party(slots), { minLength: 1, maxLength: 6 }),
      visitors: fc.array(party(slots), { minLength: 1, maxLength: 6 }),
      scores: fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 36, maxLength: 36 }),
      locks: fc.array(fc.boolean(), { minLength: 16, maxLength: 16 }),
    }),
  )
  .map(({ scores, locks, ...rest }): MeetingTask => {
    const pairs = rest.hosts.flatMap((_host, host) =>
      rest.visitors.flatMap((_visitor, visitor) => {
        const score = scores[host * 6 + visitor]!;
        return score === 0 ? [] : [{ host, visitor, score }];
      }),
    );
    const task = { ...rest, pairs, locked: [] };
    return {
      ...task,
      locked: planGreedily(task)
        .meetings()
        .filter((_meeting, at) => locks[at]),
    };
  });

/** What is wrong with a timetable. */
function faults(task: MeetingTask, meetings: readonly PlannedMeeting[]): string[] {
  const found: string[] = [];
  const seen = new Set<string>();
  const once = (key: string) => {
    if (seen.has(key)) found.push(key);
    seen.add(key);
  };
  const count = (side: 'host' | 'visitor', at: number) => meetings.filter((m) => m[side] === at).length;
  for (const { host, visitor, slot } of meetings) {
    once(`host ${host} in ${slot}`);
    once(`visitor ${visitor} in ${slot}`);
    once(`pair ${host} ${visitor}`);
    if (!task.hosts[host]?.available[slot]) found.push(`host ${host} away in ${slot}`);
    if (!task.visitors[visitor]?.available[slot]) found.push(`visitor ${visitor} away in ${slot}`);
  }
  task.hosts.forEach(({ limit }, at) => count('host', at) > limit && found.push(`host ${at} over its limit`));
  task.visitors.forEach(
    ({ limit }, at) => count('visitor', at) > limit && found.push(`visitor ${at} over its limit`),
  );
  for (let slot = 0; slot < task.slots; slot++)
    if (meetings.filter((m) => m.slot === slot).length > task.tables) found.push(`tables of ${slot}`);
  return found;
}

/** The greatest total there is, by trying everything. */
function bestByTrying({ hosts, visitors, slots, tables, pairs }: MeetingTask): number {
  const left = { hosts: hosts.map(({ limit }) => limit), visitors: visitors.map(({ limit }) => limit) };
  const taken = new Set<string>();
  const used = Array<number>(slots).fill(0);
  const search = (at: number): number => {
    const pair = pairs[at];
    if (!pair) return 0;
    const { host, visitor, score } = pair;
    let best = search(at + 1);
    if (left.hosts[host]! <= 0 || left.visitors[visitor]! <= 0) return best;
    for (let slot = 0; slot < slots; slot++) {
      const keys = [`host ${host} ${slot}`, `visitor ${visitor} ${slot}`];
      const isThere = hosts[host]!.available[slot] && visitors[visitor]!.available[slot];
      if (!isThere || used[slot]! >= tables || keys.some((key) => taken.has(key))) continue;
      const change = (by: 1 | -1) => {
        left.hosts[host]! -= by;
        left.visitors[visitor]! -= by;
        used[slot]! += by;
        keys.forEach((key) => (by === 1 ? taken.add(key) : taken.delete(key)));
      };
      change(1);
      best = Math.max(best, score + search(at + 1));
      change(-1);
    }
    return best;
  };
  return search(0);
}

/** Small enough to try everything, and tight: few limits, few tables, every pair of some worth. */
const smallTasks = fc
  .record({ slots: fc.integer({ min: 1, max: 3 }), tables: fc.integer({ min: 1, max: 3 }) })
  .chain(({ slots, tables }) =>
    fc.record({
      slots: fc.constant(slots),
      tables: fc.constant(tables),
      hosts: fc.array(party(slots), { minLength: 2, maxLength: 3 }),
      visitors: fc.array(party(slots), { minLength: 2, maxLength: 3 }),
      scores: fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 9, maxLength: 9 }),
    }),
  )
  .map(({ scores, ...rest }): MeetingTask => {
    const pairs = rest.hosts.flatMap((_host, host) =>
      rest.visitors.map((_visitor, visitor) => ({ host, visitor, score: scores[host * 3 + visitor]! })),
    );
    return { ...rest, pairs, locked: [] };
  });

const everywhere = (task: MeetingTask): MeetingTask => ({
  ...task,
  locked: [],
  hosts: task.hosts.map(({ limit }) => ({ limit, available: Array<boolean>(task.slots).fill(true) })),
  visitors: task.visitors.map(({ limit }) => ({ limit, available: Array<boolean>(task.slots).fill(true) })),
});

describe('a timetable of meetings', () => {
  it('has no conflict, keeps what is locked, and lies between planning greedily and its bound', () => {
    fc.assert(
      fc.property(tasks, (task) => {
        const { meetings, total, upperBound } = planMeetings(task);
        expect(faults(task, meetings)).toEqual([]);
        expect(meetings).toEqual(expect.arrayContaining([...task.locked]));
        const scores = scoreTable(task);
        expect(total).toBeCloseTo(totalOf(task, scores, meetings), 9);
        expect(total).toBeGreaterThanOrEqual(totalOf(task, scores, planGreedily(task).meetings()));
        expect(upperBound).toBeGreaterThanOrEqual(total);
      }),
      { numRuns: 200 },
    );
  });

  it('has a bound that nothing exceeds, and mostly is the best there is', () => {
    let [runs, best] = [0, 0];
    fc.assert(
      fc.property(smallTasks, (task) => {
        const most = bestByTrying(task);
        const { total, upperBound } = planMeetings(task);
        expect(total).toBeLessThanOrEqual(most + 1e-6);
        expect(upperBound).toBeGreaterThanOrEqual(most - 1e-6);
        runs += 1;
        if (total > most - 1e-6) best += 1;
      }),
      { numRuns: 400 },
    );
    expect(best / runs).toBeGreaterThan(0.9);
  });

  it('is the best there is when everybody is there all the time, and in a single round', () => {
    fc.assert(
      fc.property(tasks.map(everywhere), (task) => expect(isOptimal(planMeetings(task))).toBe(true)),
      { numRuns: 200 },
    );
    const oneRound = tasks.filter(({ slots }) => slots === 1).map((task) => ({ ...task, locked: [] }));
    fc.assert(
      fc.property(oneRound, (task) => expect(isOptimal(planMeetings(task))).toBe(true)),
      { numRuns: 50 },
    );
  });
});

describe('planning late arrivals in', () => {
  it('leaves a timetable without conflict, and what was planned where it was unless more is gained', () => {
    fc.assert(
      fc.property(tasks, fc.nat(5), (task, late) => {
        const away = task.visitors.map((visitor, at) => (at === late ? { ...visitor, limit: 0 } : visitor));
        const locked = task.locked.filter(({ visitor }) => visitor !== late);
        const before = planMeetings({ ...task, locked, visitors: away }).meetings;
        const after = replanMeetings({ ...task, locked }, before, 1000);
        expect(faults({ ...task, locked }, after.meetings)).toEqual([]);
        expect(after.kept).toBe(before.length);
        expect(after.meetings).toEqual(expect.arrayContaining([...before]));
        const free = replanMeetings({ ...task, locked }, before, 0);
        expect(free.total).toBeGreaterThanOrEqual(totalOf(task, scoreTable(task), before) - 1e-9);
      }),
      { numRuns: 100 },
    );
  });

  it('drops what can no longer take place', () => {
    const there = { limit: 2, available: [true, true] };
    const task: MeetingTask = {
      hosts: [there],
      visitors: [there, { limit: 2, available: [false, false] }],
      slots: 2,
      tables: 1,
      pairs: [
        { host: 0, visitor: 0, score: 50 },
        { host: 0, visitor: 1, score: 90 },
      ],
      locked: [],
    };
    const current = [
      { host: 0, visitor: 1, slot: 0 },
      { host: 0, visitor: 0, slot: 1 },
    ];
    expect(replanMeetings(task, current, 5)).toEqual({
      meetings: [{ host: 0, visitor: 0, slot: 1 }],
      total: 50,
      kept: 1,
    });
  });
});

describe('tables', () => {
  it('are given once in a slot, and a host stays at its own while there are as many as hosts', () => {
    fc.assert(
      fc.property(tasks, (task) => {
        const { meetings } = planMeetings({ ...task, locked: [] });
        const tables = Math.max(task.tables, task.hosts.length);
        const seated = seatTables(meetings, tables);
        expect(new Set(seated.map(({ slot, table }) => `${slot}-${table}`)).size).toBe(meetings.length);
        expect(new Set(seated.map(({ host, table }) => `${host}-${table}`)).size).toBe(
          new Set(seated.map(({ host }) => host)).size,
        );
        const tight = seatTables(meetings, task.tables, []);
        expect(Math.max(0, ...tight.map(({ table }) => table))).toBeLessThanOrEqual(task.tables);
      }),
      { numRuns: 100 },
    );
  });

  it('of locked meetings stay', () => {
    const locked = [{ host: 1, visitor: 0, slot: 0, table: 1 }];
    const meetings = [
      { host: 0, visitor: 1, slot: 0 },
      { host: 1, visitor: 0, slot: 0 },
    ];
    expect(seatTables(meetings, 2, locked)).toEqual([
      { host: 1, visitor: 0, slot: 0, table: 1 },
      { host: 0, visitor: 1, slot: 0, table: 2 },
    ]);
  });
});
