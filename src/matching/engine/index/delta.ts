import { encodeImpact, IMPACTS, NO_IMPACT } from './impact';
import type { IndexFilter, IndexQuery, IndexRecord } from './index-record';
import { Ranking } from './ranking';
import { RecordTable } from './record-table';
import { TermSlots } from './term-slots';
import type { TopHits } from './top-hits';

const NONE = 0xffffffff;

/**
 * The records changed since the last merge, at most 65,536. Each term has a chain of postings, the latest first, so
 * that a record is added in the time of its own terms. Scores here are always exact.
 */
export class Delta {
  readonly records: RecordTable;
  private readonly slots = new TermSlots(4096);
  private heads = new Uint32Array(4096);
  /** `code << 16 | position`. */
  private postings = new Uint32Array(1 << 15);
  private previous = new Uint32Array(1 << 15);
  private postingCount = 0;
  private dots = new Float64Array(64);

  constructor(columnCount: number) {
    this.records = new RecordTable(columnCount, 64);
  }

  add(record: IndexRecord): number {
    const position = this.records.push(record);
    const { terms, weights } = record.vector;
    for (let i = 0; i < terms.length; i++) {
      const code = encodeImpact(weights[i]!);
      if (code !== NO_IMPACT) this.link(terms[i]!, ((code << 16) | position) >>> 0);
    }
    if (position >= this.dots.length) this.dots = new Float64Array(this.dots.length * 2);
    return position;
  }

  offerAll(query: IndexQuery, filter: IndexFilter | undefined, top: TopHits): void {
    const { records, dots } = this;
    this.sumDots(query);
    const ranking = new Ranking(records, query, filter);
    for (let position = 0; position < records.count; position++) {
      const score = ranking.score(position, dots[position]!);
      if (score > 0 && score >= top.floor && ranking.passes(position))
        top.offer(score, records.ids[position]!);
    }
    dots.fill(0, 0, records.count);
  }

  /** Each posting once, those of one term in no particular order. */
  forEachPosting(visit: (term: number, position: number, code: number) => void): void {
    for (const [slot, term] of this.slots.terms().entries())
      for (let i = this.heads[slot]!; i !== NONE; i = this.previous[i]!)
        visit(term, this.postings[i]! & 0xffff, this.postings[i]! >>> 16);
  }

  private sumDots(query: IndexQuery): void {
    const { terms, weights } = query.vector;
    const { dots, postings, previous } = this;
    for (let t = 0; t < terms.length; t++) {
      const slot = this.slots.find(terms[t]!);
      if (slot < 0) continue;
      const weight = weights[t]!;
      for (let i = this.heads[slot]!; i !== NONE; i = previous[i]!)
        dots[postings[i]! & 0xffff]! += weight * IMPACTS[postings[i]! >>> 16]!;
    }
  }

  private link(term: number, posting: number): void {
    const known = this.slots.count;
    const slot = this.slots.add(term);
    if (slot === known) {
      if (slot === this.heads.length) this.heads = widened(this.heads);
      this.heads[slot] = NONE;
    }
    if (this.postingCount === this.postings.length) {
      this.postings = widened(this.postings);
      this.previous = widened(this.previous);
    }
    this.postings[this.postingCount] = posting;
    this.previous[this.postingCount] = this.heads[slot]!;
    this.heads[slot] = this.postingCount++;
  }
}

function widened(array: Uint32Array): Uint32Array<ArrayBuffer> {
  const wider = new Uint32Array(array.length * 2);
  wider.set(array);
  return wider;
}
