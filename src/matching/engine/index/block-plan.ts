import type { Block } from './block';
import { PLAN_TERMS } from './block-layout';
import { IMPACTS } from './impact';
import type { SparseVector } from '../sparse-vector';

/** The largest sum that a query's peaks may reach; the rest of 16 bits is room for rounding. */
const SUM_BUDGET = 60_000;
const LARGEST_SUM = 0xffff;
const GROUP_TERMS = 8;
const LARGEST_SHIFT = 12;
/** In sum units: to the nearest integer, and what binary32 adds to it. */
const POSTING_ERROR = 0.51;

interface PlannedRow {
  readonly row: number;
  /** The most that the term adds to a sum. */
  readonly peak: number;
}

/** How a query reads one block: where its terms are, and the scale that lets no 16-bit sum overflow. */
export class BlockPlan {
  /** Sparse terms that occur, ascending, and the query's weights of them; likewise dense ones. */
  readonly lists: number[] = [];
  readonly listWeights: number[] = [];
  /** Where the postings of each sparse term start and end that may be asked for. */
  readonly listFroms: number[] = [];
  readonly listTos: number[] = [];
  /** The most that each sparse term adds to a dot product. */
  readonly listPeaks: number[] = [];
  readonly rows: number[] = [];
  readonly rowWeights: number[] = [];
  /** For each term that occurs, ascending: whether it is dense. */
  readonly isDense: boolean[] = [];
  /** Sum units per unit of dot product. */
  readonly scale: number;
  /** The largest dot product that a sum may stand for. */
  readonly mostDot: number;
  /** How far, in dot product, a sum may lie above the exact value, and below it. */
  readonly excess: number;
  readonly shortfall: number;

  constructor(
    readonly block: Block,
    { terms, weights }: SparseVector,
  ) {
    let peaks = 0;
    for (let i = 0; i < terms.length; i++) peaks += this.locate(terms[i]!, weights[i]!);
    // Rounding adds at most a half per sparse term, and at most doubles what a term adds.
    const budget = Math.max(SUM_BUDGET / 3, SUM_BUDGET - this.lists.length / 2);
    this.scale = peaks > 0 ? budget / peaks : 1;
    this.mostDot = peaks > 0 ? LARGEST_SUM / this.scale : 0;
    const { excess, shortfall } = this.planRows();
    const rounding = this.lists.length * POSTING_ERROR;
    this.excess = (rounding + excess) / this.scale;
    this.shortfall = (rounding + shortfall) / this.scale;
  }

  /** Notes where the term is; its largest product with an impact. */
  private locate(term: number, weight: number): number {
    const { dense, sparse } = this.block;
    const row = dense.find(term);
    if (row >= 0) {
      this.rows.push(row);
      this.rowWeights.push(weight);
      this.isDense.push(true);
      return weight * IMPACTS[dense.peaks[row]!]!;
    }
    const list = sparse.find(term);
    if (list < 0) return 0;
    this.lists.push(list);
    this.listWeights.push(weight);
    this.listFroms.push(sparse.starts[list]!);
    this.listTos.push(sparse.starts[list + 1]!);
    this.isDense.push(false);
    const peak = weight * IMPACTS[sparse.peaks[list]!]!;
    this.listPeaks.push(peak);
    return peak;
  }

  /**
   * Plans the dense terms, the heaviest first, in groups of similar weight. A group is summed in 16 bits of its own, as
   * fine as its peaks allow, and shifted to the scale of the sums. Answers the largest errors in sum units.
   */
  private planRows(): { excess: number; shortfall: number } {
    const { dense, layout, space } = this.block;
    const planned = this.rows
      .map((row, i): PlannedRow => {
        const peak = this.rowWeights[i]! * IMPACTS[dense.peaks[row]!]! * this.scale;
        return { row, peak };
      })
      .sort((a, b) => b.peak - a.peak);
    const count = Math.min(planned.length, PLAN_TERMS);
    let excess = 0;
    let shortfall = 0;
    for (let i = count; i < planned.length; i++) shortfall += planned[i]!.peak;
    space.groupCount = 0;
    for (let from = 0; from < count; from += GROUP_TERMS) {
      const to = Math.min(count, from + GROUP_TERMS);
      const shift = shiftFor(planned, from, to);
      for (let i = from; i < to; i++) {
        const { row, peak } = planned[i]!;
        const exactFactor = (peak * 2 ** shift) / 255;
        const factor = Math.round(exactFactor);
        space.planRows[i] = layout.denseRows + row * layout.rowStride;
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

function shiftFor(planned: readonly PlannedRow[], from: number, to: number): number {
  let peaks = 0;
  for (let i = from; i < to; i++) peaks += planned[i]!.peak;
  const rounding = (255 / 2) * (to - from);
  let shift = 0;
  while (shift < LARGEST_SHIFT && peaks * 2 ** (shift + 1) + rounding <= LARGEST_SUM) shift++;
  return shift;
}
