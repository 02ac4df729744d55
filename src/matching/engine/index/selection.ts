import type { Block } from './block';
import { PLAN_TERMS } from './block-layout';
import { IMPACTS } from './impact';
import type { PositionRange } from './kept-ranges';
import type { LocatedTerms } from './located-terms';
import type { Ranking } from './ranking';
import type { TopPlaces } from './top-places';

/** The largest sum that a query's peaks may reach; the rest of 16 bits is room for rounding. */
const SUM_BUDGET = 60_000;
const LARGEST_SUM = 0xffff;
const GROUP_TERMS = 16;
const LARGEST_SHIFT = 8;
/** The first sweep is short, for until the heap is full everything it reads must be offered. */
const FIRST_STRETCH = 256;
const LONGEST_STRETCH = 8192;

interface PlannedRow {
  readonly row: number;
  /** The most that the term adds to a sum. */
  readonly peak: number;
}

/**
 * Offers the records of one block that may be among the best, with scores from 16-bit sums: impacts times the query's
 * weights are scaled so that no sum overflows, sparse terms add up posting by posting, dense ones during the sweep.
 */
export function selectCandidates(
  terms: LocatedTerms,
  ranking: Ranking,
  ranges: readonly PositionRange[],
  top: TopPlaces,
): void {
  const scale = scaleFor(terms);
  planRows(terms, scale);
  terms.forEach(
    (list, weight) => {
      addList(terms.block, list, Math.fround(weight * scale), ranges);
    },
    () => undefined,
  );
  for (const range of ranges) sweep(terms.block, range, scale, ranking, top);
}

/** Sum units per unit of dot product. */
function scaleFor(terms: LocatedTerms): number {
  const { sparse, dense } = terms.block;
  let peaks = 0;
  let count = 0;
  terms.forEach(
    (list, weight) => {
      peaks += weight * IMPACTS[sparse.peaks[list]!]!;
      count++;
    },
    (row, weight) => {
      peaks += weight * IMPACTS[dense.peaks[row]!]!;
    },
  );
  // Rounding adds at most a half per sparse term, and at most doubles what a term adds.
  const budget = Math.max(SUM_BUDGET / 3, SUM_BUDGET - count / 2);
  return peaks > 0 ? budget / peaks : 1;
}

/**
 * Plans the dense terms, the heaviest first, in groups of similar weight. A group is summed in 16 bits of its own, as
 * fine as its peaks allow, and shifted to the scale of the sums.
 */
function planRows(terms: LocatedTerms, scale: number): void {
  const { dense, layout, space } = terms.block;
  const planned: PlannedRow[] = [];
  terms.forEach(
    () => undefined,
    (row, weight) => {
      planned.push({ row, peak: weight * IMPACTS[dense.peaks[row]!]! * scale });
    },
  );
  planned.sort((a, b) => b.peak - a.peak);
  const count = Math.min(planned.length, PLAN_TERMS);
  space.groupCount = 0;
  for (let from = 0; from < count; from += GROUP_TERMS) {
    const to = Math.min(count, from + GROUP_TERMS);
    const shift = shiftFor(planned, from, to);
    for (let i = from; i < to; i++) {
      space.planRows[i] = layout.denseRows + planned[i]!.row * layout.stride;
      space.planFactors[i] = Math.round((planned[i]!.peak * 2 ** shift) / 255);
    }
    space.groupEnds[space.groupCount] = to;
    space.groupShifts[space.groupCount++] = shift;
  }
}

function shiftFor(planned: readonly PlannedRow[], from: number, to: number): number {
  let peaks = 0;
  for (let i = from; i < to; i++) peaks += planned[i]!.peak;
  const rounding = (255 / 2) * (to - from);
  let shift = 0;
  while (shift < LARGEST_SHIFT && peaks * 2 ** (shift + 1) + rounding <= LARGEST_SUM) shift++;
  return shift;
}

function addList(block: Block, list: number, factor: number, ranges: readonly PositionRange[]): void {
  const { sparse, kernel, layout } = block;
  const from = sparse.starts[list]!;
  const to = sparse.starts[list + 1]!;
  for (const range of ranges) {
    const first = range.from === 0 ? from : firstPosting(block.postings, from, to, range.from);
    const last = range.to >= layout.stride ? to : firstPosting(block.postings, first, to, range.to);
    if (last > first) kernel.addPostings(first, last, factor);
  }
}

/** The first posting `from … to` of a position not below `position`. */
function firstPosting(postings: Uint32Array, from: number, to: number, position: number): number {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((postings[middle]! & 0xffff) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

function sweep(block: Block, range: PositionRange, scale: number, ranking: Ranking, top: TopPlaces): void {
  const { kernel, space, records } = block;
  let stretch = FIRST_STRETCH;
  for (let from = range.from; from < range.to;) {
    const to = Math.min(range.to, from + stretch);
    const least = Math.floor(ranking.leastDot(top.floor) * scale);
    const minimum = Math.max(least, ranking.needsDot ? 1 : 0);
    const count = kernel.sweep(from, to, Math.min(minimum, LARGEST_SUM));
    for (let i = 0; i < count; i++) {
      const sum = space.found[i]! >>> 16;
      const position = space.found[i]! & 0xffff;
      if (position < records.count) ranking.offer(position, sum / scale, top);
    }
    from = to;
    stretch = Math.min(stretch * 2, LONGEST_STRETCH);
  }
}
