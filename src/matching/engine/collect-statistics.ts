import type { RecordFeatures } from './features';
import type { TermStatistics } from './model';

type Counted = Pick<RecordFeatures, 'text' | 'tags'>;

/** Counts in how many records each text and tag term occurs: one table over all kinds of records. */
export class TermCounts {
  private readonly counts = new Map<number, number>();
  private records = 0;

  add({ text, tags }: Counted): void {
    this.records++;
    for (const term of text.terms) this.count(term);
    for (const term of tags.terms) this.count(term);
  }

  statistics(): TermStatistics {
    const terms = Uint32Array.from(this.counts.keys()).sort();
    const frequencies = Uint32Array.from(terms, (term) => this.counts.get(term) ?? 0);
    return { records: this.records, terms, frequencies };
  }

  private count(term: number): void {
    this.counts.set(term, (this.counts.get(term) ?? 0) + 1);
  }
}

/** The statistics of records that are all there. */
export function collectStatistics(records: Iterable<Counted>): TermStatistics {
  const counts = new TermCounts();
  for (const record of records) counts.add(record);
  return counts.statistics();
}
