/**
 * A sparse vector. `terms` holds distinct ids in ascending order; `weights[i]` belongs to `terms[i]`.
 */
export interface SparseVector {
  readonly terms: Uint32Array;
  readonly weights: Float32Array;
}
