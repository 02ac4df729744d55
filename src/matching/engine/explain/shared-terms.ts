import type { WeighedTerms } from '../score/weighed-terms';

/** The points of each common term: `points` of a part spread by weight·weight. They sum to `points`. */
export function spreadPoints(a: WeighedTerms, b: WeighedTerms, points: number): Map<number, number> {
  const shared = new Map<number, number>();
  let total = 0;
  let j = 0;
  for (let i = 0; i < a.terms.length; i++) {
    const term = a.terms[i] ?? 0;
    while (j < b.terms.length && (b.terms[j] ?? 0) < term) j++;
    if (b.terms[j] !== term) continue;
    const product = (a.weights[i] ?? 0) * (b.weights[j] ?? 0);
    shared.set(term, product);
    total += product;
  }
  for (const [term, product] of shared) shared.set(term, total > 0 ? (points * product) / total : 0);
  return shared;
}
