import { encodeImpact, IMPACTS, NO_IMPACT } from './impact';
import type { Column, IndexRecord } from './index-record';
import type { SparseVector } from '../sparse-vector';
import { type Pace, sorting, type Steps } from './pace';
import type { Ranking } from './ranking';
import type { RecordSource } from './read-records';
import { RecordTable } from './record-table';
import { TermSlots } from './term-slots';

const NONE = 0xffffffff;

/**
 * The records changed since the last tidying, a few thousand at most. Each term has a chain of postings, the latest first, so
 * that a record is added in the time of its own terms. Scores here are always exact.
 */
export class Delta implements RecordSource {
  readonly records: RecordTable;
  private readonly slots = new TermSlots(4096);
  private heads = new Uint32Array(4096);
  /** `code << 16 | position`. */
  private postings = new Uint32Array(1 << 15);
  private previous = new Uint32Array(1 << 15);
  private postingCount = 0;
  private dots = new Float64Array(64);

  constructor(columns: readonly Column[]) {
    this.records = new RecordTable(columns, 64);
  }

  add(record: IndexRecord): number {
    const position = this.records.push(record.id, record.attributes, record.parts);
    const { terms, weights } = record.vector;
    for (let i = 0; i < terms.length; i++) {
      const code = encodeImpact(weights[i]!);
      if (code !== NO_IMPACT) this.link(terms[i]!, ((code << 16) | position) >>> 0);
    }
    if (position >= this.dots.length) this.dots = new Float64Array(this.dots.length * 2);
    return position;
  }

  bury(position: number): void {
    this.records.bury(position);
  }

  /** Visits all records that pass, with their exact scores. */
  scan(vector: SparseVector, ranking: Ranking, visit: (position: number, score: number) => void): void {
    const { dots, records } = this;
    this.sumDots(vector);
    for (let position = 0; position < records.count; position++)
      if (ranking.passes(position)) visit(position, ranking.score(position, dots[position]!));
    dots.fill(0, 0, records.count);
  }

  *visiting(visit: (term: number, position: number, code: number) => void, pace: Pace): Steps<void> {
    for (const term of yield* sorting(Array.from(this.slots.terms()), (a, b) => a - b, pace)) {
      const slot = this.slots.find(term);
      let units = 1;
      for (let i = this.heads[slot]!; i !== NONE; i = this.previous[i]!, units++)
        visit(term, this.postings[i]! & 0xffff, this.postings[i]! >>> 16);
      if (pace.isDue(units)) yield;
    }
  }

  private sumDots(vector: SparseVector): void {
    const { terms, weights } = vector;
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
