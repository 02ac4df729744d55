import { improveSlots } from './improve-slots';
import { type MeetingTask, type PlannedMeeting, scoreTable } from './meeting-task';
import { totalOf } from './plan-meetings';
import { SlotPlan } from './slot-plan';

const ROUNDS = 4;

export interface Replanned {
  readonly meetings: readonly PlannedMeeting[];
  readonly total: number;
  /** Meetings of the timetable before that are in it still, as they were. */
  readonly kept: number;
}

/**
 * Fits late arrivals, and whoever cannot come, into a timetable that is out already: meetings that can still take place
 * stay, unless what takes their place is worth `keep` points more. Slots are settled one by one, so nobody is moved to
 * make room in another slot.
 */
export function replanMeetings(
  task: MeetingTask,
  current: readonly PlannedMeeting[],
  keep: number,
): Replanned {
  const scores = scoreTable(task);
  const plan = new SlotPlan(task);
  for (const meeting of current)
    if (fits(plan, meeting)) plan.add(meeting.host, meeting.visitor, meeting.slot);
  const before = new Set(plan.meetings().map(nameOf));
  const worth = (host: number, visitor: number, slot: number) => {
    const bonus = before.has(nameOf({ host, visitor, slot })) ? keep : 0;
    return scores[host * task.visitors.length + visitor]! + bonus;
  };
  improveSlots(plan, worth, ROUNDS);
  const meetings = plan.meetings();
  return {
    meetings,
    total: totalOf(task, scores, meetings),
    kept: meetings.filter((meeting) => before.has(nameOf(meeting))).length,
  };
}

const nameOf = ({ host, visitor, slot }: PlannedMeeting): string => `${host}-${visitor}-${slot}`;

/** Whether a meeting that was planned before can stay: both are there still and take that many. */
function fits(plan: SlotPlan, { host, visitor, slot }: PlannedMeeting): boolean {
  const { task } = plan;
  if (slot >= task.slots || plan.used[slot]! >= task.tables) return false;
  if (plan.slotOfPair(host, visitor) !== undefined) return false;
  if (!plan.hostIsFree(host, slot) || !plan.visitorIsFree(visitor, slot)) return false;
  const { hosts, visitors } = plan.counts();
  return hosts[host]! < task.hosts[host]!.limit && visitors[visitor]! < task.visitors[visitor]!.limit;
}
