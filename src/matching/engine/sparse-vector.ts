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

/** Σ a·b over common terms, in ascending order of term ids, in float64. */
export function dot(a: SparseVector, b: SparseVector): number {
  let sum = 0;
  let i = 0;
  let j = 0;
  while (i < a.terms.length && j < b.terms.length) {
    const left = a.terms[i] ?? 0;
    const right = b.terms[j] ?? 0;
    if (left === right) sum += (a.weights[i++] ?? 0) * (b.weights[j++] ?? 0);
    else if (left < right) i++;
    else j++;
  }
  return sum;
}
