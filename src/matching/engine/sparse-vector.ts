/**
 * A sparse vector. `terms` holds distinct ids in ascending order; `weights[i]` belongs to `terms[i]`.
 */
export interface SparseVector {
  readonly terms: Uint32Array;
  readonly weights: Float32Array;
}

export const EMPTY_VECTOR: SparseVector = { terms: new Uint32Array(0), weights: new Float32Array(0) };

/** Orders collected weights by term id. */
export function toSparseVector(weights: ReadonlyMap<number, number>): SparseVector {
  const terms = Uint32Array.from(weights.keys()).sort();
  return { terms, weights: Float32Array.from(terms, (term) => weights.get(term) ?? 0) };
}
