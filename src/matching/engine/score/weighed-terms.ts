/** Terms in ascending order with float64 weights. */
export interface WeighedTerms {
  readonly terms: Uint32Array;
  readonly weights: Float64Array;
}

/** Σ a·b over common terms, in ascending order of ids. */
export function overlap(a: WeighedTerms, b: WeighedTerms): number {
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
