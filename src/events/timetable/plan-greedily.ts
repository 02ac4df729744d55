import type { MeetingTask } from './meeting-task';
import { SlotPlan } from './slot-plan';

/** Best score first, each in the first slot that suits both: what one would do by hand, and the floor of what we offer. */
export function planGreedily(task: MeetingTask): SlotPlan {
  const plan = new SlotPlan(task);
  const left = {
    hosts: task.hosts.map(({ limit }) => limit),
    visitors: task.visitors.map(({ limit }) => limit),
  };
  for (const { host, visitor } of task.locked) {
    left.hosts[host]! -= 1;
    left.visitors[visitor]! -= 1;
  }
  for (const { host, visitor } of [...task.pairs].sort((a, b) => b.score - a.score)) {
    if (left.hosts[host]! <= 0 || left.visitors[visitor]! <= 0) continue;
    if (plan.slotOfPair(host, visitor) !== undefined) continue;
    for (let slot = 0; slot < task.slots; slot++) {
      if (plan.used[slot]! >= task.tables) continue;
      if (!plan.hostIsFree(host, slot) || !plan.visitorIsFree(visitor, slot)) continue;
      plan.add(host, visitor, slot);
      left.hosts[host]! -= 1;
      left.visitors[visitor]! -= 1;
      break;
    }
  }
  return plan;
}
