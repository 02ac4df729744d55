import type { CriterionGain, IndexFilter, IndexQuery } from './index-record';
import type { RecordTable } from './record-table';
import type { TopPlaces } from './top-places';

const EVEN = new Float64Array(256).fill(1);

/** Turns dot products of one table's records into scores, and says which records may be answers. */
export class Ranking {
  private readonly parts: Uint8Array;
  private readonly dead: Uint8Array;
  private readonly multiplier: Float64Array;
  readonly criteria: readonly CriterionGain[];
  /** The most that the criteria can add, and the largest factor among the records. */
  private readonly mostGain: number;
  readonly mostMultiplier: number;

  constructor(
    readonly records: RecordTable,
    /** The place of the table's first record. */
    readonly firstPlace: number,
    query: IndexQuery,
    private readonly filter: IndexFilter,
  ) {
    this.parts = records.parts;
    this.dead = records.dead;
    this.multiplier = query.multiplier ?? EVEN;
    this.criteria = query.criteria ?? [];
    this.mostGain = this.criteria.reduce((sum, { gain }) => sum + largest(gain), 0);
    this.mostMultiplier = largest(records.presentParts.map((parts) => this.multiplier[parts]!));
  }

  /** Offers all records with their scores from exact dot products. */
  offerAll(dots: Float64Array, top: TopPlaces): void {
    for (let position = 0; position < this.records.count; position++)
      this.offer(position, dots[position]!, top);
  }

  offer(position: number, dot: number, top: TopPlaces): void {
    const score = this.score(position, dot);
    if (score >= top.floor && this.passes(position)) top.offer(score, this.firstPlace + position);
  }

  /** No record with a smaller dot product reaches `score`, but for rounding in the last bits. */
  leastDot(score: number): number {
    return score > this.mostGain ? (score - this.mostGain) / this.mostMultiplier : 0;
  }

  /** How far a score may lie from the exact one when the dot product is off by `error`. */
  scoreError(error: number): number {
    return error * this.mostMultiplier;
  }

  private score(position: number, dot: number): number {
    let score = this.multiplier[this.parts[position]!]! * dot;
    for (let i = 0; i < this.criteria.length; i++) {
      const { column, gain } = this.criteria[i]!;
      const code = this.records.columns[column]![position]!;
      if (code < gain.length) score += gain[code]!;
    }
    return score;
  }

  private passes(position: number): boolean {
    if (this.dead[position] !== 0) return false;
    const { columns, test } = this.filter;
    if (columns !== undefined)
      for (let i = 0; i < columns.length; i++) {
        const { column, allowed } = columns[i]!;
        if (allowed[this.records.columns[column]![position]!] !== 1) return false;
      }
    return test === undefined || test((column) => this.records.columns[column]![position]!);
  }
}

/** The largest of some numbers and 0. */
function largest(numbers: ArrayLike<number>): number {
  let most = 0;
  for (let i = 0; i < numbers.length; i++) most = Math.max(most, numbers[i]!);
  return most;
}
