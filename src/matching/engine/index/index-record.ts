import type { SparseVector } from '../sparse-vector';

/** One attribute of a record: a small code 0 … 65,535, read by criteria and filters. */
export interface Column {
  readonly name: string;
  /** Records are laid out by these columns, so that a filter on them reads only what it keeps. Default false. */
  readonly partition?: boolean;
}

/** One record of the indexed side. */
export interface IndexRecord {
  /** Unique on this side; equal scores order by it, by UTF-16 units. */
  readonly id: string;
  /** The side's impacts, each 0 … 512, statistics and length already folded in; tags are terms of their own range. */
  readonly vector: SparseVector;
  /** One code per column, in the order of the schema. */
  readonly attributes: ArrayLike<number>;
  /** Which parts have data: a bit set 0 … 255, whose meaning is the caller's. */
  readonly parts: number;
}

/** What one value of a column adds to the score: `gain[code]`; codes beyond the end add 0. */
export interface CriterionGain {
  readonly column: number;
  readonly gain: Float64Array;
}

/**
 * What is asked of the index. The score of a record is
 *
 *     multiplier[parts] · Σ query weight · impact  +  Σ gain[attribute]
 *
 * in float64, the first sum in ascending term ids, the second in the order of `criteria`. Records that score 0 or less
 * are no answer.
 */
export interface IndexQuery {
  readonly vector: SparseVector;
  /** 256 factors ≥ 0 by the record's `parts`; all 1 when absent. */
  readonly multiplier?: Float64Array;
  readonly criteria?: readonly CriterionGain[];
}

/** The codes of a column that may pass: `allowed[code]` is 1; codes beyond the end do not pass. */
export interface ColumnFilter {
  readonly column: number;
  readonly allowed: Uint8Array;
}

/** All of `columns` and `test` must pass. */
export interface IndexFilter {
  readonly columns?: readonly ColumnFilter[];
  /** Any predicate: is given the record's code of a column. Must be pure. */
  readonly test?: (codeOf: (column: number) => number) => boolean;
}

export interface Hit {
  readonly id: string;
  readonly score: number;
}
