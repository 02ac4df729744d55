import { choosePairs } from './choose-pairs';
import type { PlannedMeeting } from './meeting-task';
import type { SlotPlan } from './slot-plan';

/** What a meeting is worth in a slot; not above 0: not at all. */
export type Worth = (host: number, visitor: number, slot: number) => number;

/**
 * Settles one slot after the other anew, at its best with all others as they are, until a round gains nothing or
 * `rounds` are over. Never makes the plan worse; brings every slot within the tables.
 */
export function improveSlots(plan: SlotPlan, worth: Worth, rounds: number): void {
  for (let round = 0; round < rounds; round++) {
    let gained = false;
    for (let slot = 0; slot < plan.task.slots; slot++) gained = settleSlot(plan, worth, slot) || gained;
    if (!gained) return;
  }
}

/** Whether the slot is worth more than before. */
function settleSlot(plan: SlotPlan, worth: Worth, slot: number): boolean {
  const { task } = plan;
  const before = plan.inSlot(slot).filter(({ host, visitor }) => !plan.isLocked(host, visitor));
  const locked = plan.used[slot]! - before.length;
  for (const meeting of before) plan.remove(meeting);
  const taken = plan.counts();
  const open = (limits: readonly { limit: number }[], counts: Int32Array, isFree: (at: number) => boolean) =>
    limits.map(({ limit }, at) => (isFree(at) && counts[at]! < limit ? 1 : 0));
  const hosts = open(task.hosts, taken.hosts, (host) => plan.hostIsFree(host, slot));
  const visitors = open(task.visitors, taken.visitors, (visitor) => plan.visitorIsFree(visitor, slot));
  const weights = new Float64Array(hosts.length * visitors.length);
  for (let host = 0; host < hosts.length; host++) {
    if (hosts[host] === 0) continue;
    for (let visitor = 0; visitor < visitors.length; visitor++)
      if (visitors[visitor] === 1 && plan.slotOfPair(host, visitor) === undefined)
        weights[host * visitors.length + visitor] = worth(host, visitor, slot);
  }
  const chosen = choosePairs(weights, { hosts, visitors, total: task.tables - locked });
  const valueOf = (meetings: readonly Pick<PlannedMeeting, 'host' | 'visitor'>[]) =>
    meetings.reduce((sum, { host, visitor }) => sum + worth(host, visitor, slot), 0);
  const after = chosen.map(([host, visitor]) => ({ host, visitor, slot }));
  const isBetter =
    before.length + locked > task.tables || valueOf(after) > valueOf(before) + Number.EPSILON * 1e6;
  for (const { host, visitor } of isBetter ? after : before) plan.add(host, visitor, slot);
  return isBetter;
}
