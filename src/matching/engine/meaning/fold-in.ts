import type { LatentFactors } from '../model';
import type { WeighedTerms } from '../score/weighed-terms';

/** Position of each term of a model's factors, made once for all records. */
const positionsOf = new WeakMap<LatentFactors, ReadonlyMap<number, number>>();

function positions(factors: LatentFactors): ReadonlyMap<number, number> {
  const known = positionsOf.get(factors);
  if (known !== undefined) return known;
  const made = new Map(Array.from(factors.terms, (term, i) => [term, i]));
  positionsOf.set(factors, made);
  return made;
}

/** The record's unit vector in the latent space; undefined without factors, or when they know none of its terms. */
export function foldIn(text: WeighedTerms, factors: LatentFactors | undefined): Float64Array | undefined {
  if (factors === undefined) return undefined;
  const { dimensions, vectors } = factors;
  const places = positions(factors);
  const sum = new Float64Array(dimensions);
  text.terms.forEach((term, i) => {
    const place = places.get(term);
    if (place === undefined) return;
    const weight = text.weights[i] ?? 0;
    for (let d = 0; d < dimensions; d++)
      sum[d] = (sum[d] ?? 0) + weight * (vectors[place * dimensions + d] ?? 0);
  });
  const length = Math.sqrt(sum.reduce((total, value) => total + value * value, 0));
  return length > 0 ? sum.map((value) => value / length) : undefined;
}
