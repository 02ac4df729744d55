import type { Block } from './block';
import { PLAN_TERMS } from './block-layout';
import type { SparseVector } from '../sparse-vector';

/** The largest sum that a query's peaks may reach; the rest of 16 bits is room for rounding. */
const SUM_BUDGET = 60_000;
const LARGEST_SUM = 0xffff;
const GROUP_TERMS = 8;
const LARGEST_SHIFT = 12;
/** In sum units: to the nearest integer, and what binary32 adds to it. */
const POSTING_ERROR = 0.51;

interface PlannedRow {
  /** Its address. */
  readonly start: number;
  /** The most that the term adds to a dot product. */
  readonly peak: number;
}

/** How a query reads one block: where its terms are, and the scale that lets no 16-bit sum overflow. */
export class BlockPlan {
  /** Sum units per unit of dot product. */
  readonly scale: number;
  /** The largest dot product that a sum may stand for. */
  readonly mostDot: number;
  /** How far, in dot product, a sum may lie above the exact value, and below it. */
  readonly excess: number;
  readonly shortfall: number;
  /** Dense terms, and the sum of what all terms add at most to a dot product. */
  private readonly rows: PlannedRow[] = [];
  private peaks = 0;

  /** Lays the terms out in the block's working space, which holds one plan at a time. */
  constructor(
    readonly block: Block,
    vector: SparseVector,
  ) {
    const { planned } = block.space;
    this.locate(vector);
    const lists = planned.count - this.rows.length;
    // Rounding adds at most a half per sparse term, and at most doubles what a term adds.
    const budget = Math.max(SUM_BUDGET / 3, SUM_BUDGET - lists / 2);
    this.scale = this.peaks > 0 ? budget / this.peaks : 1;
    this.mostDot = this.peaks > 0 ? LARGEST_SUM / this.scale : 0;
    planned.scale(this.scale);
    const { excess, shortfall } = this.planRows();
    const rounding = lists * POSTING_ERROR;
    this.excess = (rounding + excess) / this.scale;
    this.shortfall = (rounding + shortfall) / this.scale;
  }

  /** Notes where the terms are. */
  private locate({ terms, weights }: SparseVector): void {
    const { dense, sparse, layout, space } = this.block;
    space.planned.reset(terms.length);
    const rows = dense.findAll(terms);
    const lists = sparse.findAll(terms);
    for (let i = 0; i < terms.length; i++) {
      const weight = weights[i]!;
      const row = rows[i]!;
      if (row >= 0) {
        const peak = weight * dense.peak(row);
        this.peaks += peak;
        const start = layout.denseRows + row * layout.rowStride;
        this.rows.push({ start, peak });
        const ranks = layout.denseRanks + 2 * row * layout.ranksPerRow;
        space.planned.addRow(start, ranks, layout.denseCodes + 2 * dense.start(row), weight);
        continue;
      }
      const list = lists[i]!;
      if (list < 0) continue;
      const peak = weight * sparse.peak(list);
      this.peaks += peak;
      const { postings } = layout;
      space.planned.addList(postings + 4 * sparse.start(list), postings + 4 * sparse.end(list), weight, peak);
    }
  }

  /**
   * Plans the dense terms, the heaviest first, in groups of similar weight. A group is summed in 16 bits of its own, as
   * fine as its peaks allow, and shifted to the scale of the sums. Answers the largest errors in sum units.
   */
  private planRows(): { excess: number; shortfall: number } {
    const { space } = this.block;
    const planned = this.rows.sort((a, b) => b.peak - a.peak);
    const count = Math.min(planned.length, PLAN_TERMS);
    let excess = 0;
    let shortfall = 0;
    for (let i = count; i < planned.length; i++) shortfall += planned[i]!.peak * this.scale;
    space.groupCount = 0;
    for (let from = 0; from < count; from += GROUP_TERMS) {
      const to = Math.min(count, from + GROUP_TERMS);
      const shift = shiftFor(planned, from, to, this.scale);
      for (let i = from; i < to; i++) {
        const { start, peak } = planned[i]!;
        const exactFactor = (peak * this.scale * 2 ** shift) / 255;
        const factor = Math.round(exactFactor);
        space.planRows[i] = start;
        space.planFactors[i] = factor;
        // An entry of the row is too large by less than 1; the factor is off by its rounding, for entries up to 255.
        excess += (factor + 255 * Math.max(0, factor - exactFactor)) / 2 ** shift;
        shortfall += (255 * Math.max(0, exactFactor - factor)) / 2 ** shift;
      }
      // What the shift cuts off.
      shortfall += 1;
      space.groupEnds[space.groupCount] = to;
      space.groupShifts[space.groupCount++] = shift;
    }
    return { excess, shortfall };
  }
}

function shiftFor(planned: readonly PlannedRow[], from: number, to: number, scale: number): number {
  let peaks = 0;
  for (let i = from; i < to; i++) peaks += planned[i]!.peak * scale;
  const rounding = (255 / 2) * (to - from);
  let shift = 0;
  while (shift < LARGEST_SHIFT && peaks * 2 ** (shift + 1) + rounding <= LARGEST_SUM) shift++;
  return shift;
}
