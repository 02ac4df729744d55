import { choosePairs } from './choose-pairs';
import { improveSlots } from './improve-slots';
import {
  type MeetingTask,
  type Party,
  type PlannedMeeting,
  scoreTable,
  type Timetable,
} from './meeting-task';
import { placePairs } from './place-pairs';
import { planGreedily } from './plan-greedily';
import { SlotPlan } from './slot-plan';
import { tightenBound } from './tighten-bound';

const ROUNDS = 4;

/**
 * A timetable of great total score, without conflict, with the locked meetings as they are. The pairs are chosen as if
 * slots did not matter, which is also the bound that is given; then they are placed, and slots settled anew. With one
 * slot, or when everybody is there all the time and nothing is locked, the result is the best there is. It is never
 * worth less than planning greedily.
 */
export function planMeetings(task: MeetingTask): Timetable {
  const scores = scoreTable(task);
  const open = openScores(task, scores);
  const capacities = capacitiesOf(task);
  const worth = (host: number, visitor: number) => scores[host * task.visitors.length + visitor]!;
  const known = (plan: SlotPlan) => {
    const meetings = plan.meetings();
    return { meetings, total: totalOf(task, scores, meetings) };
  };
  let best = known(planGreedily(task));
  const tryPairs = (pairs: readonly [number, number][]): number => {
    const plan = new SlotPlan(task);
    placePairs(plan, pairs);
    improveSlots(plan, worth, ROUNDS);
    const found = known(plan);
    if (found.total > best.total) best = found;
    return best.total;
  };
  const chosen = choosePairs(open, capacities);
  const locked = totalOf(task, scores, task.locked);
  const bound = chosen.reduce((sum, [host, visitor]) => sum + worth(host, visitor), 0);
  const first = { bound, total: tryPairs(chosen) - locked };
  const upperBound =
    locked + tightenBound(task, open, capacities, first, (pairs) => tryPairs(pairs) - locked);
  return { ...best, upperBound: Math.max(upperBound, best.total) };
}

export const totalOf = (
  { visitors }: MeetingTask,
  scores: Float64Array,
  meetings: readonly PlannedMeeting[],
): number => meetings.reduce((sum, { host, visitor }) => sum + scores[host * visitors.length + visitor]!, 0);

/** The scores of pairs that can still meet: not locked, and both there in some slot. */
function openScores({ hosts, visitors, slots, locked }: MeetingTask, scores: Float64Array): Float64Array {
  const open = scores.slice();
  for (const { host, visitor } of locked) open[host * visitors.length + visitor] = 0;
  hosts.forEach((host, row) =>
    visitors.forEach((visitor, column) => {
      const at = row * visitors.length + column;
      if (open[at]! > 0 && !meetSometime(host, visitor, slots)) open[at] = 0;
    }),
  );
  return open;
}

function meetSometime(host: Party, visitor: Party, slots: number): boolean {
  for (let slot = 0; slot < slots; slot++) if (host.available[slot] && visitor.available[slot]) return true;
  return false;
}

/** What is left to each party and to the room beside the locked meetings. */
function capacitiesOf({ hosts, visitors, slots, tables, locked }: MeetingTask) {
  const left = (parties: readonly Party[], side: 'host' | 'visitor') =>
    parties.map(({ limit, available }, party) => {
      const own = locked.filter((meeting) => meeting[side] === party).map(({ slot }) => slot);
      const free = available.slice(0, slots).filter((isThere, slot) => isThere && !own.includes(slot));
      return Math.max(0, Math.min(limit - own.length, free.length));
    });
  return {
    hosts: left(hosts, 'host'),
    visitors: left(visitors, 'visitor'),
    total: slots * tables - locked.length,
  };
}
