import { type Capacities, choosePairs } from './choose-pairs';
import type { MeetingTask } from './meeting-task';
import { SlotPlan } from './slot-plan';

/** Work that is put into a bound, in scores looked at: 2 steps at 200 × 200 × 12, the most at 40 × 40 × 8. */
const WORK = 1_024_000;
const MOST_STEPS = 80;
/** A step is made shorter after so many without a better bound. */
const PATIENCE = 5;

type Pair = [host: number, visitor: number];

/**
 * Lowers an upper bound that looks at pairs only: `scores` of the pairs that can meet, `capacities` left to the parties.
 * Lagrangian decomposition (Guignard and Kim, 1987): a copy of the choice is made by the parties' limits, another by
 * each slot, and prices on their disagreement are moved by subgradients with Polyak's step. Any prices give a valid
 * bound. `tryPairs` is given each choice made under new prices and answers the best total known so far.
 */
export function tightenBound(
  task: MeetingTask,
  scores: Float64Array,
  capacities: Capacities,
  first: { bound: number; total: number },
  tryPairs: (pairs: readonly Pair[]) => number,
): number {
  const cells = scores.length * task.slots;
  const steps = Math.min(MOST_STEPS, Math.floor(WORK / Math.max(1, cells)));
  const slots = openSlots(task);
  const prices = new Float64Array(scores.length);
  let { bound, total } = first;
  let length = 1;
  let since = 0;
  for (let step = 0; step < steps && bound - total > 1e-6; step++) {
    const chosen = choosePairs(
      scores.map((score, at) => (score > 0 ? score - prices[at]! : 0)),
      capacities,
    );
    const inSlots = slots.map((slot) => choosePairs(prices, slot));
    const disagreement = new Float64Array(scores.length);
    let value = 0;
    for (const [host, visitor] of chosen) {
      const at = host * task.visitors.length + visitor;
      disagreement[at]! -= 1;
      value += scores[at]! - prices[at]!;
    }
    for (const [host, visitor] of inSlots.flat()) {
      const at = host * task.visitors.length + visitor;
      disagreement[at]! += 1;
      value += prices[at]!;
    }
    since = value < bound - 1e-9 || step === 0 ? 0 : since + 1;
    bound = Math.min(bound, value);
    if (step > 0) total = tryPairs(chosen);
    if (since >= PATIENCE) {
      length /= 2;
      since = 0;
    }
    const norm = disagreement.reduce((sum, one) => sum + one * one, 0);
    if (norm === 0) break;
    const stride = (length * Math.max(0, value - total)) / norm;
    for (let at = 0; at < prices.length; at++) if (scores[at]! > 0) prices[at]! -= stride * disagreement[at]!;
  }
  return bound;
}

/** Who can meet in each slot beside the locked meetings, and at how many tables. */
function openSlots(task: MeetingTask): Capacities[] {
  const plan = new SlotPlan(task);
  return Array.from({ length: task.slots }, (_, slot) => ({
    hosts: task.hosts.map((_party, host) => (plan.hostIsFree(host, slot) ? 1 : 0)),
    visitors: task.visitors.map((_party, visitor) => (plan.visitorIsFree(visitor, slot) ? 1 : 0)),
    total: task.tables - plan.used[slot]!,
  }));
}
