import { GATHER_RECORDS } from './block-layout';
import type { BlockPlan } from './block-plan';
import type { Ranking } from './ranking';
import type { TopPlaces } from './top-places';

/** Below so many postings per position wanted, reading the whole list costs less than searching it. */
const SCAN_FACTOR = 24;

/** Offers the records at `places` (ascending, all of the plan's block) with their exact scores. */
export function gatherExactly(plan: BlockPlan, ranking: Ranking, places: Uint32Array, top: TopPlaces): void {
  const { space } = plan.block;
  for (let from = 0; from < places.length; from += GATHER_RECORDS) {
    const count = Math.min(GATHER_RECORDS, places.length - from);
    for (let i = 0; i < count; i++) {
      const position = places[from + i]! - ranking.firstPlace;
      space.positions[i] = position;
      space.sums[position] = i + 1;
    }
    space.dots.fill(0, 0, count);
    addDots(plan, count);
    for (let i = 0; i < count; i++) {
      space.sums[space.positions[i]!] = 0;
      ranking.offer(space.positions[i]!, space.dots[i]!, top);
    }
  }
}

/** Term by term in ascending order, which is the order that the score is defined with. */
function addDots(plan: BlockPlan, count: number): void {
  const { kernel, sparse } = plan.block;
  let row = 0;
  let list = 0;
  for (let i = 0; i < plan.isDense.length; i++) {
    if (plan.isDense[i]) {
      kernel.gatherRow(plan.rows[row]!, plan.rowWeights[row]!, count);
      row++;
    } else {
      const from = sparse.starts[plan.lists[list]!]!;
      const to = sparse.starts[plan.lists[list]! + 1]!;
      const weight = plan.listWeights[list]!;
      list++;
      if (to - from < SCAN_FACTOR * count) kernel.scanPostings(from, to, weight);
      else kernel.searchPostings(from, to, weight, count);
    }
  }
}
