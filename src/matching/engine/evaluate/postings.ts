import type { WeighedTerms } from '../score/weighed-terms';

/** Weights by term over a corpus, to score one query against all documents at once. */
export class Postings {
  private readonly lists = new Map<number, { documents: number[]; weights: number[] }>();

  constructor(private readonly documents: readonly WeighedTerms[]) {
    documents.forEach(({ terms, weights }, document) => {
      terms.forEach((term, i) => {
        const list = this.lists.get(term);
        if (list === undefined) this.lists.set(term, { documents: [document], weights: [weights[i] ?? 0] });
        else {
          list.documents.push(document);
          list.weights.push(weights[i] ?? 0);
        }
      });
    });
  }

  /** Σ query weight · document weight for each document, terms in ascending order as `scorePair` adds them. */
  overlaps(query: WeighedTerms): Float64Array {
    const sums = new Float64Array(this.documents.length);
    query.terms.forEach((term, i) => {
      const list = this.lists.get(term);
      if (list === undefined) return;
      const weight = query.weights[i] ?? 0;
      list.documents.forEach((document, j) => {
        sums[document] = (sums[document] ?? 0) + weight * (list.weights[j] ?? 0);
      });
    });
    return sums;
  }
}
