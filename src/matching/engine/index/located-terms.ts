import type { SparseVector } from '../sparse-vector';
import type { Block } from './block';

const ABSENT = -1;

/** Where a block keeps each term of a vector: a sparse list, a dense row, or nowhere. */
export class LocatedTerms {
  private readonly places: Int32Array;

  constructor(
    readonly block: Block,
    readonly vector: SparseVector,
  ) {
    this.places = new Int32Array(vector.terms.length);
    for (let i = 0; i < this.places.length; i++) {
      const sparse = block.sparse.find(vector.terms[i]!);
      if (sparse >= 0) this.places[i] = sparse;
      else {
        const row = block.dense.find(vector.terms[i]!);
        this.places[i] = row < 0 ? ABSENT : ABSENT - 1 - row;
      }
    }
  }

  /** Visits the terms that occur, in ascending order, sparse ones by their list and dense ones by their row. */
  forEach(
    visitList: (list: number, weight: number) => void,
    visitRow: (row: number, weight: number) => void,
  ): void {
    const { weights } = this.vector;
    for (let i = 0; i < this.places.length; i++) {
      const place = this.places[i]!;
      if (place > ABSENT) visitList(place, weights[i]!);
      else if (place < ABSENT) visitRow(ABSENT - 1 - place, weights[i]!);
    }
  }
}
