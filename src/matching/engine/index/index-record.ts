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

/** One requirement, read off one column. */
export interface ColumnCriterion {
  readonly column: number;
  /** Above 0. */
  readonly weight: number;
  /** How far each code meets it, 0 … 1; NaN where a code says nothing. Codes beyond the end say nothing. */
  readonly values: Float64Array;
}

/** The criteria of a query: together worth their weighted mean over those that a record says something on. */
export interface IndexCriteria {
  readonly columns: readonly ColumnCriterion[];
  /** By the record's `parts`, what a mean of 1 adds to the score; at least 0. */
  readonly points: Float64Array;
  /**
   * By the record's `parts`, the factor in place of `multiplier` for a record that says nothing on any of them; such a
   * record scores at most what it would with a mean of 1.
   */
  readonly multiplierWhenUnknown: Float64Array;
}

/**
 * What is asked of the index. The score of a record is
 *
 *     multiplier[parts] · Σ query weight · impact  +  points[parts] · mean of the criteria
 *
 * in float64, the first sum in ascending term ids, the mean's in the order of `columns`; where nothing is known for the
 * mean, min(multiplierWhenUnknown[parts] · Σ …, the same with a mean of 1). Records that score 0 are no answer.
 */
export interface IndexQuery {
  readonly vector: SparseVector;
  /** 256 factors of at least 0 by the record's `parts`; all 1 when absent. */
  readonly multiplier?: Float64Array;
  readonly criteria?: IndexCriteria;
}

/** The codes of a column that may pass: `allowed[code]` is 1; codes beyond the end do not pass. */
export interface ColumnFilter {
  readonly column: number;
  readonly allowed: Uint8Array;
}

/** All of `columns` must pass. */
export interface IndexFilter {
  readonly columns?: readonly ColumnFilter[];
}

/** Records chosen by rounded sums. */
export interface Candidates {
  /** In no order. */
  readonly ids: string[];
  /** No record that passes the filter and is not among them scores more. */
  readonly bound: number;
}

export interface Hit {
  readonly id: string;
  readonly score: number;
}
