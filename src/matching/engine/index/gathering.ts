import type { BestHits } from './best-hits';
import type { Block } from './block';
import { GATHER_RECORDS } from './block-layout';
import { TERMS_AT_ONCE } from './planned-terms';
import type { Ranking } from './ranking';

/** Offers the records at `positions` (ascending, all alive) of the block that is planned that pass, with their exact scores. */
export function gatherExactly(block: Block, ranking: Ranking, positions: Uint32Array, best: BestHits): void {
  const { space, kernel, records } = block;
  for (let from = 0; from < positions.length; from += GATHER_RECORDS) {
    const count = Math.min(GATHER_RECORDS, positions.length - from);
    for (let i = 0; i < count; i++) space.positions[i] = positions[from + i]!;
    if (ranking.criteria !== undefined) records.fetch(space.positions.subarray(0, count));
    space.dots.fill(0);
    // Term by term in ascending order, which is the order that the score is defined with.
    for (let term = 0; term < space.planned.count; term += TERMS_AT_ONCE)
      kernel.gather(count, space.planned.load(space.terms, term));
    for (let i = 0; i < count; i++) {
      const position = space.positions[i]!;
      if (ranking.filter.columns !== undefined && !ranking.passes(position)) continue;
      best.offer(ranking.score(position, space.states[position]!, space.dots[i]!), records.ids[position]!);
    }
  }
}
