import type { Block } from './block';
import type { BlockPlan } from './block-plan';
import type { PositionRange } from './kept-ranges';
import { planColumns } from './plan-columns';
import { raiseFloor } from './raise-floor';
import type { Ranking } from './ranking';
import type { TopPlaces } from './top-places';

const LARGEST_SUM = 0xffff;
/** The first sweep is short, for until `k` are found everything it reads must be offered. */
const FIRST_STRETCH = 256;
const LONGEST_STRETCH = 8192;

/** Offers the records of one block that may be among the best, with scores from 16-bit sums. */
export function selectCandidates(
  plan: BlockPlan,
  ranking: Ranking,
  ranges: readonly PositionRange[],
  top: TopPlaces,
): void {
  for (let i = 0; i < plan.lists.length; i++)
    addList(plan.block, plan.lists[i]!, Math.fround(plan.listWeights[i]! * plan.scale), ranges);
  if (top.size < top.k) raiseFloor(plan, ranking, top);
  for (const range of ranges) sweep(plan, range, ranking, top);
}

function addList(block: Block, list: number, factor: number, ranges: readonly PositionRange[]): void {
  const { sparse, kernel, layout } = block;
  const from = sparse.starts[list]!;
  const to = sparse.starts[list + 1]!;
  for (const range of ranges) {
    const first = range.from === 0 ? from : firstPosting(block, from, to, range.from);
    const last = range.to >= layout.stride ? to : firstPosting(block, from, to, range.to);
    if (last > first) kernel.addPostings(first, last, factor);
  }
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

function sweep({ block, scale }: BlockPlan, range: PositionRange, ranking: Ranking, top: TopPlaces): void {
  const { kernel, space, records } = block;
  const { found } = space;
  const unitsPerPoint = scale / ranking.mostMultiplier;
  const bounded = planColumns(block, ranking, unitsPerPoint);
  let stretch = FIRST_STRETCH;
  for (let from = range.from; from < range.to;) {
    const to = Math.min(range.to, from + stretch);
    const least = bounded ? top.floor * unitsPerPoint : ranking.leastDot(top.floor) * scale;
    const count = kernel.sweep(from, to, leastSum(least));
    for (let i = 0; i < count; i++) {
      const sum = found[i]! >>> 16;
      const position = found[i]! & 0xffff;
      if (position < records.count) ranking.offer(position, sum / scale, top);
    }
    from = to;
    stretch = Math.min(stretch * 2, LONGEST_STRETCH);
  }
}

/** A whole sum, 0 … 65,535, that is not above `sum`, but for sums just above a whole one by floating point. */
function leastSum(sum: number): number {
  return Math.min(LARGEST_SUM, Math.max(0, Math.ceil(sum * (1 - 1e-9))));
}
