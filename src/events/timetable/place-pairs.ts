import type { SlotPlan } from './slot-plan';

type Pair = readonly [host: number, visitor: number];

/**
 * Gives chosen pairs their slots; those that find none are left out. Where everybody is there all the time and nothing
 * is locked, all find one: a bipartite graph takes as many colours as its greatest degree (König, 1916), and the colours
 * can be used equally often (de Werra, 1971), so no slot needs more tables than there are.
 */
export function placePairs(plan: SlotPlan, pairs: readonly Pair[]): void {
  const waiting: Pair[] = [];
  for (const pair of fewestChoicesFirst(plan, pairs)) if (!placeFreely(plan, pair)) waiting.push(pair);
  // A chain that was moved for one pair may have made room for the next.
  for (const pair of waiting) if (!placeFreely(plan, pair)) placeByChain(plan, pair);
  for (let slot = 0; slot < plan.task.slots; slot++) relieve(plan, slot);
}

function fewestChoicesFirst(plan: SlotPlan, pairs: readonly Pair[]): Pair[] {
  const choices = ([host, visitor]: Pair): number => {
    let count = 0;
    for (let slot = 0; slot < plan.task.slots; slot++)
      if (plan.hostMayAt(host, slot) && plan.visitorMayAt(visitor, slot)) count++;
    return count;
  };
  return pairs
    .map((pair) => ({ pair, count: choices(pair) }))
    .sort((a, b) => a.count - b.count)
    .map(({ pair }) => pair);
}

/** The emptiest slot in which both are free. */
function placeFreely(plan: SlotPlan, [host, visitor]: Pair): boolean {
  let best: number | undefined;
  for (let slot = 0; slot < plan.task.slots; slot++) {
    if (!plan.hostIsFree(host, slot) || !plan.visitorIsFree(visitor, slot)) continue;
    if (best === undefined || plan.used[slot]! < plan.used[best]!) best = slot;
  }
  if (best === undefined) return false;
  plan.add(host, visitor, best);
  return true;
}

/** Makes the visitor free where the host is, by exchanging two slots along a chain of meetings. */
function placeByChain(plan: SlotPlan, [host, visitor]: Pair): void {
  for (let slot = 0; slot < plan.task.slots; slot++) {
    if (!plan.hostIsFree(host, slot) || !plan.visitorMayAt(visitor, slot)) continue;
    for (let other = 0; other < plan.task.slots; other++) {
      if (other === slot || !plan.visitorIsFree(visitor, other)) continue;
      const chain = plan.chainFrom(visitor, slot, other);
      if (!chain) continue;
      plan.swap(chain, slot, other);
      plan.add(host, visitor, slot);
      return;
    }
  }
}

/** Moves meetings of a slot with too few tables to emptier slots, one by one. */
function relieve(plan: SlotPlan, slot: number): void {
  while (plan.used[slot]! > plan.task.tables) if (!moveOneFrom(plan, slot)) return;
}

/** Whether one meeting fewer is in the slot now. */
function moveOneFrom(plan: SlotPlan, slot: number): boolean {
  for (const { visitor } of plan.inSlot(slot)) {
    for (let other = 0; other < plan.task.slots; other++) {
      if (plan.used[other]! >= plan.task.tables || !plan.visitorIsFree(visitor, other)) continue;
      const chain = plan.chainFrom(visitor, slot, other);
      // Of an odd chain one meeting more leaves the slot than comes into it.
      if (!chain || chain.length % 2 === 0) continue;
      plan.swap(chain, slot, other);
      return true;
    }
  }
  return false;
}
