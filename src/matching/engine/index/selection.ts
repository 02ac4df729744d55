import type { Block } from './block';
import type { BlockPlan } from './block-plan';
import type { PositionRange } from './kept-ranges';
import { planColumns } from './plan-columns';
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
  space.tally.words.set(tally.words);
  planColumns(plan.block, ranking, plan.scale, levelsPerPoint);
  kernel.prepare();
  for (let i = 0; i < plan.lists.length; i++) {
    const factor = Math.fround(plan.listWeights[i]! * plan.scale);
    let end = plan.listFroms[i]!;
    for (const [n, range] of ranges.entries()) {
      const [from, to] = postingsWithin(plan.block, plan.lists[i]!, range);
      if (to > from) kernel.addPostings(from, to, factor);
      if (n === 0) plan.listFroms[i] = from;
      end = to;
    }
    plan.listTos[i] = end;
  }
  if (tally.isEmpty) countSeeds(plan, ranking, ranges);
  let listed = 0;
  for (const { from, to } of ranges) listed = kernel.sweep(from, to, listed);
  tally.words.set(space.tally.words);
  selected.take(space.found, listed, tally.least);
}

/**
 * Counts what the sums say so far of records with the query's heaviest sparse terms, so that the sweep need not list nearly
 * all that it reads first.
 */
function countSeeds(plan: BlockPlan, ranking: Ranking, ranges: readonly PositionRange[]): void {
  const { block, lists, listPeaks } = plan;
  const perPlace = ranking.filter.columns === undefined ? SEEDS_PER_PLACE : SEEDS_PER_PLACE_FILTERED;
  const wanted = Math.min(block.records.count, block.space.tally.wanted * perPlace);
  const heaviestFirst = Array.from(lists.keys()).sort((a, b) => listPeaks[b]! - listPeaks[a]!);
  let seeds = 0;
  for (const i of heaviestFirst)
    for (const range of ranges) {
      const [from, to] = postingsWithin(block, lists[i]!, range);
      if (seeds < wanted && to > from) seeds = block.kernel.seed(from, to, seeds, wanted);
    }
  block.kernel.endSeeds(seeds);
}

function postingsWithin(block: Block, list: number, range: PositionRange): [from: number, to: number] {
  const from = block.sparse.starts[list]!;
  const to = block.sparse.starts[list + 1]!;
  return [
    range.from === 0 ? from : firstPosting(block, from, to, range.from),
    range.to >= block.layout.stride ? to : firstPosting(block, from, to, range.to),
  ];
}

/** The first posting `from … to` of a position not below `position`: guessed, as positions lie evenly, then searched. */
function firstPosting({ postings, records }: Block, from: number, to: number, position: number): number {
  const isBefore = (i: number): boolean => (postings[i]! & 0xffff) < position;
  const guess = Math.min(to, from + Math.floor(((to - from) * position) / records.count));
  let [low, high] = [guess, guess];
  for (let step = 8; low > from && !isBefore(low - 1); step *= 2) {
    high = low;
    low = Math.max(from, low - step);
  }
  for (let step = 8; high < to && isBefore(high); step *= 2) {
    low = high + 1;
    high = Math.min(to, high + step);
  }
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isBefore(middle)) low = middle + 1;
    else high = middle;
  }
  return low;
}
