import type { BestHits } from './best-hits';
import { GATHER_RECORDS } from './block-layout';
import type { BlockPlan } from './block-plan';
import type { Ranking } from './ranking';

/** Below so many postings per position wanted, reading the whole list costs less than searching it. */
const SCAN_FACTOR = 24;

/** Offers the records at `positions` (ascending, all alive) of the plan's block that pass, with their exact scores. */
export function gatherExactly(
  plan: BlockPlan,
  ranking: Ranking,
  positions: Uint32Array,
  best: BestHits,
): void {
  const { space, records } = plan.block;
  for (let from = 0; from < positions.length; from += GATHER_RECORDS) {
    const count = Math.min(GATHER_RECORDS, positions.length - from);
    for (let i = 0; i < count; i++) {
      const position = positions[from + i]!;
      space.positions[i] = position;
      space.sums[position] = i + 1;
    }
    space.dots.fill(0, 0, count);
    addDots(plan, count);
    for (let i = 0; i < count; i++) {
      const position = space.positions[i]!;
      space.sums[position] = 0;
      if (ranking.filter.columns !== undefined && !ranking.passes(position)) continue;
      best.offer(ranking.score(position, space.parts[position]!, space.dots[i]!), records.ids[position]!);
    }
  }
}

/** Term by term in ascending order, which is the order that the score is defined with. */
function addDots(plan: BlockPlan, count: number): void {
  const { kernel } = plan.block;
  let row = 0;
  let list = 0;
  for (let i = 0; i < plan.isDense.length; i++) {
    if (plan.isDense[i]) {
      kernel.gatherRow(plan.rows[row]!, plan.rowWeights[row]!, count);
      row++;
    } else {
      const from = plan.listFroms[list]!;
      const to = plan.listTos[list]!;
      const weight = plan.listWeights[list]!;
      list++;
      if (to - from < SCAN_FACTOR * count) kernel.scanPostings(from, to, weight);
      else kernel.searchPostings(from, to, weight, count);
    }
  }
}
