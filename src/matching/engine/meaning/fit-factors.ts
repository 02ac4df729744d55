import type { LatentFactors } from '../model';
import type { WeighedTerms } from '../score/weighed-terms';
import { seededRandom } from '../seeded-random';

export interface FitOptions {
  /** Latent dimensions. Range 16…400. */
  readonly dimensions?: number;
  /** The terms that occur most often are kept. */
  readonly mostTerms?: number;
  readonly seed?: number;
}

/** Enough for the leading factors of term matrices, whose spectrum falls off fast. */
const ROUNDS = 3;

interface Row {
  readonly places: Uint32Array;
  readonly weights: Float64Array;
}

function commonTerms(records: readonly WeighedTerms[], most: number): Uint32Array {
  const counts = new Map<number, number>();
  for (const { terms } of records) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const shared = [...counts].filter(([, count]) => count > 1).sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  return Uint32Array.from(shared.slice(0, most), ([term]) => term).sort();
}

function toRow({ terms, weights }: WeighedTerms, places: ReadonlyMap<number, number>): Row {
  const kept = Array.from(terms, (term, i) => [places.get(term), weights[i] ?? 0] as const).filter(
    (entry): entry is [number, number] => entry[0] !== undefined,
  );
  const length = Math.sqrt(kept.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return {
    places: Uint32Array.from(kept, ([place]) => place),
    weights: Float64Array.from(kept, ([, weight]) => weight / length),
  };
}

/** Xᵀ·X·basis over the unit rows of X, one row at a time. */
function multiply(rows: readonly Row[], basis: Float64Array, dimensions: number): Float64Array {
  const product = new Float64Array(basis.length);
  const projected = new Float64Array(dimensions);
  for (const { places, weights } of rows) {
    projected.fill(0);
    for (let i = 0; i < places.length; i++) {
      const from = places[i]! * dimensions;
      const weight = weights[i]!;
      for (let d = 0; d < dimensions; d++) projected[d]! += weight * basis[from + d]!;
    }
    for (let i = 0; i < places.length; i++) {
      const to = places[i]! * dimensions;
      const weight = weights[i]!;
      for (let d = 0; d < dimensions; d++) product[to + d]! += weight * projected[d]!;
    }
  }
  return product;
}

/** Makes the columns orthonormal, in place (modified Gram–Schmidt). */
function orthonormalise(basis: Float64Array, dimensions: number): void {
  const dot = (a: number, b: number): number => {
    let sum = 0;
    for (let at = 0; at < basis.length; at += dimensions) sum += basis[at + a]! * basis[at + b]!;
    return sum;
  };
  for (let column = 0; column < dimensions; column++) {
    for (let earlier = 0; earlier < column; earlier++) {
      const share = dot(earlier, column);
      for (let at = 0; at < basis.length; at += dimensions)
        basis[at + column]! -= share * basis[at + earlier]!;
    }
    const length = Math.sqrt(dot(column, column));
    const factor = length > 1e-9 ? 1 / length : 0;
    for (let at = 0; at < basis.length; at += dimensions) basis[at + column]! *= factor;
  }
}

/**
 * Latent semantic factors of a corpus: an orthonormal basis of the leading right singular vectors of its unit rows, by
 * seeded subspace iteration (Halko, Martinsson and Tropp 2011). Cosines do not depend on which basis of the space it is.
 */
export function fitFactors(records: readonly WeighedTerms[], options: FitOptions = {}): LatentFactors {
  const { mostTerms = 20_000, seed = 1 } = options;
  const terms = commonTerms(records, mostTerms);
  const places = new Map(Array.from(terms, (term, i) => [term, i]));
  const rows = records.map((record) => toRow(record, places));
  const dimensions = Math.min(options.dimensions ?? 128, terms.length);
  const random = seededRandom(seed);
  let basis: Float64Array = Float64Array.from({ length: terms.length * dimensions }, () => random() - 0.5);
  for (let round = 0; round < ROUNDS; round++) {
    basis = multiply(rows, basis, dimensions);
    orthonormalise(basis, dimensions);
  }
  return { dimensions, terms, vectors: Float32Array.from(basis) };
}
