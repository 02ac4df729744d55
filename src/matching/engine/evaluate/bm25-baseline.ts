import type { MatchRecord } from '../record';
import type { WeighedTerms } from '../score/weighed-terms';
import { normaliseText } from '../text/normalise-text';
import { tokenise } from '../text/tokenise';
import { Postings } from './postings';

/**
 * The fixed baseline that every figure stands beside: BM25 (Robertson and Zaragoza 2009), k1 1.2, b 0.75, on
 * characters and character bigrams of ideographs and Porter stems of words. It never changes with the product.
 */
const K1 = 1.2;
const B = 0.75;

/** A text that already begins with its title is not read twice. */
function wholeText({ title, text }: MatchRecord): string {
  return text.startsWith(title) ? text : `${title}\n${text}`;
}

function frequencies(record: MatchRecord): Map<number, number> {
  const counts = new Map<number, number>();
  tokenise(normaliseText(wholeText(record)), (term, _start, _end, kind) => {
    if (kind !== 'fragment' && kind !== 'word') counts.set(term, (counts.get(term) ?? 0) + 1);
  });
  return counts;
}

function lengthOf(counts: ReadonlyMap<number, number>): number {
  let length = 0;
  for (const count of counts.values()) length += count;
  return length;
}

function toTerms(weights: ReadonlyMap<number, number>): WeighedTerms {
  const terms = Uint32Array.from(weights.keys()).sort();
  return { terms, weights: Float64Array.from(terms, (term) => weights.get(term) ?? 0) };
}

/** Scores of all documents for each query, by the fixed baseline. */
export function bm25Scorer(corpus: readonly MatchRecord[]): (query: MatchRecord) => Float64Array {
  const counts = corpus.map(frequencies);
  const documentFrequencies = new Map<number, number>();
  for (const count of counts) {
    for (const term of count.keys()) documentFrequencies.set(term, (documentFrequencies.get(term) ?? 0) + 1);
  }
  const averageLength = counts.reduce((sum, count) => sum + lengthOf(count), 0) / Math.max(1, corpus.length);
  const idf = (term: number): number => {
    const frequency = documentFrequencies.get(term) ?? 0;
    return Math.log(1 + (corpus.length - frequency + 0.5) / (frequency + 0.5));
  };
  const postings = new Postings(
    counts.map((count) => {
      const norm = K1 * (1 - B + (B * lengthOf(count)) / averageLength);
      return toTerms(
        new Map([...count].map(([term, tf]) => [term, (idf(term) * tf * (K1 + 1)) / (tf + norm)])),
      );
    }),
  );
  return (query) => postings.overlaps(toTerms(frequencies(query)));
}
