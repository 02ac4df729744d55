import type { RecordFeatures } from './features';
import type { TermStatistics } from './model';

/** Counts in how many records each text and tag term occurs: one table over all kinds of records. */
export function collectStatistics(records: Iterable<Pick<RecordFeatures, 'text' | 'tags'>>): TermStatistics {
  const counts = new Map<number, number>();
  let total = 0;
  for (const { text, tags } of records) {
    total++;
    for (const term of text.terms) counts.set(term, (counts.get(term) ?? 0) + 1);
    for (const term of tags.terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  const terms = Uint32Array.from(counts.keys()).sort();
  return { records: total, terms, frequencies: Uint32Array.from(terms, (term) => counts.get(term) ?? 0) };
}
