import { seededRandom } from '../../src/matching/engine/seeded-random';
import {
  isOptimal,
  type MeetingTask,
  scoreTable,
  type Timetable,
} from '../../src/events/timetable/meeting-task';
import { planGreedily } from '../../src/events/timetable/plan-greedily';
import { planMeetings, totalOf } from '../../src/events/timetable/plan-meetings';
import { replanMeetings } from '../../src/events/timetable/replan-meetings';
import { type EventShape, seededEvent } from './seeded-event';

const LARGE: EventShape = {
  hosts: 200,
  visitors: 200,
  slots: 12,
  tables: 100,
  limit: 8,
  presence: 0.7,
  density: 0.5,
};
const EVENTS = 100;
const LATE = 10;
const KEEP = 20;

interface Measured {
  /** Percent of the upper bound. */
  total: number;
  greedy: number;
  conflicts: number;
  optimal: boolean;
  seconds: number;
}

/** Speed, conflicts and totals of meeting timetables: over a hundred seeded events, and one of 200 × 200 parties. */
export function measureMeetings() {
  const events = Array.from({ length: EVENTS }, (_, seed) => measure(seededEvent(seed, shapeOf(seed))));
  const totals = events.map(({ total }) => total).sort((a, b) => a - b);
  const greedy = events.map((event) => event.greedy);
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const open = measure(seededEvent(1, { ...LARGE, presence: 1 }));
  return {
    events: EVENTS,
    conflicts: events.reduce((sum, { conflicts }) => sum + conflicts, 0),
    totalPercentOfBound: { mean: mean(totals), median: totals[EVENTS / 2], least: totals[0] },
    greedyPercentOfBound: { mean: mean(greedy), least: Math.min(...greedy) },
    provenOptimal: events.filter(({ optimal }) => optimal).length,
    mostSeconds: Math.max(...events.map(({ seconds }) => seconds)),
    large: measure(seededEvent(1, LARGE)),
    largeEverybodyAlways: open,
    lateArrivals: measureLate(seededEvent(2, LARGE)),
  };
}

/** From small to middling events, from nearly everybody always there to half. */
function shapeOf(seed: number): EventShape {
  const random = seededRandom(seed + 1000);
  const between = (low: number, high: number) => low + Math.floor(random() * (high - low + 1));
  const hosts = between(5, 60);
  return {
    hosts,
    visitors: between(5, 60),
    slots: between(4, 12),
    tables: between(Math.ceil(hosts / 2), hosts),
    limit: between(2, 8),
    presence: 0.5 + random() / 2,
    density: 0.2 + random() * 0.8,
  };
}

function measure(task: MeetingTask): Measured {
  const from = performance.now();
  const timetable = planMeetings(task);
  const seconds = (performance.now() - from) / 1000;
  const greedy = totalOf(task, scoreTable(task), planGreedily(task).meetings());
  const percent = (value: number) =>
    timetable.upperBound === 0 ? 100 : (100 * value) / timetable.upperBound;
  return {
    total: percent(timetable.total),
    greedy: percent(greedy),
    conflicts: conflictsOf(task, timetable),
    optimal: isOptimal(timetable),
    seconds,
  };
}

function conflictsOf(task: MeetingTask, { meetings }: Pick<Timetable, 'meetings'>): number {
  const keys = meetings.flatMap(({ host, visitor, slot }) => [
    `host ${host} ${slot}`,
    `visitor ${visitor} ${slot}`,
    `pair ${host} ${visitor}`,
  ]);
  const away = meetings.filter(
    ({ host, visitor, slot }) =>
      !task.hosts[host]?.available[slot] || !task.visitors[visitor]?.available[slot],
  );
  const crowded = Array.from({ length: task.slots }, (_, slot) =>
    meetings.filter((m) => m.slot === slot),
  ).filter(({ length }) => length > task.tables);
  const over = (side: 'host' | 'visitor', parties: MeetingTask['hosts']) =>
    parties.filter(({ limit }, at) => meetings.filter((meeting) => meeting[side] === at).length > limit);
  const tooMany = [...over('host', task.hosts), ...over('visitor', task.visitors)];
  return keys.length - new Set(keys).size + away.length + crowded.length + tooMany.length;
}

/** Ten visitors come late to the large event. */
function measureLate(task: MeetingTask) {
  const early = task.visitors.map((visitor, at) => (at < LATE ? { ...visitor, limit: 0 } : visitor));
  const before = planMeetings({ ...task, visitors: early });
  const from = performance.now();
  const after = replanMeetings(task, before.meetings, KEEP);
  return {
    late: LATE,
    seconds: (performance.now() - from) / 1000,
    meetingsBefore: before.meetings.length,
    kept: after.kept,
    meetingsOfTheLate: after.meetings.filter(({ visitor }) => visitor < LATE).length,
    conflicts: conflictsOf(task, after),
    totalBefore: before.total,
    totalAfter: after.total,
  };
}
