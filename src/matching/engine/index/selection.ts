import type { Block } from './block';
import type { BlockPlan } from './block-plan';
import type { PositionRange } from './kept-ranges';
import { planColumns } from './plan-columns';
import { TERMS_AT_ONCE } from './planned-terms';
import type { Ranking } from './ranking';
import type { Selected } from './selected';
import type { Tally } from './tally';

const SEEDS_PER_PLACE = 4;
/** A filter may refuse most: then more are read. */
const SEEDS_PER_PLACE_FILTERED = 16;

/** Selects the records of one block that may be among the best by 16-bit sums. */
export function selectCandidates(
  plan: BlockPlan,
  ranking: Ranking,
  ranges: readonly PositionRange[],
  levelsPerPoint: number,
  tally: Tally,
  selected: Selected,
): void {
  const { space, kernel } = plan.block;
  space.tally.take(tally);
  planColumns(plan.block, ranking, plan.scale, levelsPerPoint);
  kernel.prepare();
  addPostings(plan.block, ranges);
  if (tally.isEmpty) countSeeds(plan.block, ranking);
  let listed = 0;
  for (const { from, to } of ranges) listed = kernel.sweep(from, to, listed);
  tally.take(space.tally);
  selected.take(space.found, listed, tally.least);
}

/** Adds the postings of the ranges to the sums, and leaves the terms narrowed to what lies between the first and the last. */
function addPostings({ space, kernel, layout }: Block, ranges: readonly PositionRange[]): void {
  const [first, last] = [ranges[0], ranges.at(-1)];
  if (first === undefined || last === undefined) return;
  const isWhole = ({ from, to }: PositionRange): boolean => from === 0 && to === layout.stride;
  for (let from = 0; from < space.planned.count; from += TERMS_AT_ONCE) {
    const count = space.planned.load(space.terms, from);
    for (const range of ranges) {
      if (!isWhole(range)) kernel.narrow(count, range.from, range.to);
      kernel.addPostings(count);
    }
    if (isWhole(first)) continue;
    kernel.narrow(count, first.from, last.to);
    space.planned.takeNarrowed(space.terms, from, count);
  }
}

/**
 * Counts what the sums say so far of records with the query's heaviest sparse terms, so that the sweep need not list nearly
 * all that it reads first.
 */
function countSeeds({ records, space, kernel }: Block, ranking: Ranking): void {
  const perPlace = ranking.filter.columns === undefined ? SEEDS_PER_PLACE : SEEDS_PER_PLACE_FILTERED;
  const wanted = Math.min(records.count, space.tally.wanted * perPlace);
  let seeds = 0;
  while (seeds < wanted) {
    const list = space.planned.takeHeaviest();
    if (list === undefined) break;
    seeds = kernel.seed(list.at, list.end, seeds, wanted);
  }
  kernel.endSeeds(seeds);
}
