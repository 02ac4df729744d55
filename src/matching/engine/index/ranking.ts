import type { IndexCriteria, IndexFilter, IndexQuery } from './index-record';
import type { RecordTable } from './record-table';

const EVEN = new Float64Array(256).fill(1);

/** Turns dot products of one table's records into scores, and says which records may be answers. */
export class Ranking {
  /** Undefined when nothing is required. */
  readonly criteria: IndexCriteria | undefined;
  /** The most that the criteria can add to a record of the table, and the largest factor of one. */
  readonly mostPoints: number;
  readonly mostMultiplier: number;
  private readonly multiplier: Float64Array;
  private readonly largestMultiplier: number;

  constructor(
    readonly records: RecordTable,
    query: IndexQuery,
    readonly filter: IndexFilter,
  ) {
    this.multiplier = query.multiplier ?? EVEN;
    this.criteria = (query.criteria?.columns.length ?? 0) > 0 ? query.criteria : undefined;
    const largest = (byParts: Float64Array): number =>
      records.presentParts.reduce((most, parts) => Math.max(most, byParts[parts]!), 0);
    this.mostPoints = this.criteria === undefined ? 0 : largest(this.criteria.points);
    this.mostMultiplier = largest(this.multiplier);
    this.largestMultiplier = Math.max(
      this.mostMultiplier,
      this.criteria === undefined ? 0 : largest(this.criteria.multiplierWhenUnknown),
    );
  }

  /** What makes scores of dot products for a record with these parts. */
  factorsOf(parts: number): { multiplier: number; points: number; multiplierWhenUnknown: number } {
    return {
      multiplier: this.multiplier[parts]!,
      points: this.criteria?.points[parts] ?? 0,
      multiplierWhenUnknown: this.criteria?.multiplierWhenUnknown[parts] ?? 0,
    };
  }

  /** How far a score may lie from the exact one when the dot product is off by `error`. */
  scoreError(error: number): number {
    return error * this.largestMultiplier;
  }

  /** The most that a record with such a dot product may score. */
  mostScore(dot: number): number {
    return dot * this.largestMultiplier + this.mostPoints;
  }

  /** The score of a record with these parts, from its exact dot product. */
  score(position: number, parts: number, dot: number): number {
    const score = this.multiplier[parts]! * dot;
    const { criteria } = this;
    if (criteria === undefined) return score;
    const points = criteria.points[parts]!;
    const mean = this.mean(criteria, position);
    return Number.isNaN(mean)
      ? Math.min(criteria.multiplierWhenUnknown[parts]! * dot, score + points)
      : score + points * mean;
  }

  /** NaN when the record says nothing. */
  private mean({ columns }: IndexCriteria, position: number): number {
    let sum = 0;
    let known = 0;
    for (let i = 0; i < columns.length; i++) {
      const { column, weight, values } = columns[i]!;
      const code = this.records.code(position, column);
      const value = code < values.length ? values[code]! : NaN;
      if (Number.isNaN(value)) continue;
      sum += weight * value;
      known += weight;
    }
    return known > 0 ? sum / known : NaN;
  }

  /** Whether the record is neither gone nor refused by the filter. */
  passes(position: number): boolean {
    if (this.records.isDead(position)) return false;
    const { columns } = this.filter;
    if (columns !== undefined)
      for (let i = 0; i < columns.length; i++) {
        const { column, allowed } = columns[i]!;
        if (allowed[this.records.code(position, column)] !== 1) return false;
      }
    return true;
  }
}
