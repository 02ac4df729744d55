import { encodeImpact, IMPACTS, NO_IMPACT } from './impact';
import type { Column, IndexRecord } from './index-record';
import type { SparseVector } from '../sparse-vector';
import { type Pace, sorting, type Steps } from './pace';
import type { Ranking } from './ranking';
import type { RecordSource } from './read-records';
import { RecordTable } from './record-table';
import { TermSlots } from './term-slots';
import { widened } from './widened';

const FIRST_ROOM = 2;

/**
 * The records changed since the last tidying, a few thousand at most. Each term has a list of postings with room to
 * grow, and moves to twice the room when it is full, so that a record is added in about the time of its own terms. Scores
 * here are always exact.
 */
export class Delta implements RecordSource {
  readonly records: RecordTable;
  private readonly slots = new TermSlots(4096);
  /** By slot: where its list starts, how long it is, and how long it may get where it lies. */
  private starts = new Uint32Array(4096);
  private lengths = new Uint32Array(4096);
  private rooms = new Uint32Array(4096);
  /** `code << 16 | position`. */
  private postings = new Uint32Array(1 << 15);
  private used = 0;
  private dots = new Float64Array(64);

  constructor(columns: readonly Column[]) {
    this.records = new RecordTable(columns, 64);
  }

  add(record: IndexRecord): number {
    const position = this.records.push(record.id, record.attributes, record.parts);
    const { terms, weights } = record.vector;
    for (let i = 0; i < terms.length; i++) {
      const code = encodeImpact(weights[i]!);
      if (code !== NO_IMPACT) this.append(terms[i]!, ((code << 16) | position) >>> 0);
    }
    if (position >= this.dots.length) this.dots = new Float64Array(this.dots.length * 2);
    return position;
  }

  bury(position: number): void {
    this.records.bury(position);
  }

  /** Visits the records that pass, with their exact scores, but for some that score less than `least`. */
  scan(
    vector: SparseVector,
    ranking: Ranking,
    least: () => number,
    visit: (position: number, score: number) => void,
  ): void {
    const { dots, records } = this;
    this.sumDots(vector);
    for (let position = 0; position < records.count; position++)
      if (ranking.mostScore(dots[position]!) >= least() && ranking.passes(position))
        visit(position, ranking.score(position, records.parts(position), dots[position]!));
    dots.fill(0, 0, records.count);
  }

  *visiting(visit: (term: number, position: number, code: number) => void, pace: Pace): Steps<void> {
    for (const term of yield* sorting(Array.from(this.slots.terms()), (a, b) => a - b, pace)) {
      const slot = this.slots.find(term);
      const end = this.starts[slot]! + this.lengths[slot]!;
      for (let i = this.starts[slot]!; i < end; i++)
        visit(term, this.postings[i]! & 0xffff, this.postings[i]! >>> 16);
      if (pace.isDue(1 + this.lengths[slot]!)) yield;
    }
  }

  private sumDots(vector: SparseVector): void {
    const { terms, weights } = vector;
    const { dots, postings, starts, lengths } = this;
    for (let t = 0; t < terms.length; t++) {
      const slot = this.slots.find(terms[t]!);
      if (slot < 0) continue;
      const weight = weights[t]!;
      const end = starts[slot]! + lengths[slot]!;
      for (let i = starts[slot]!; i < end; i++)
        dots[postings[i]! & 0xffff]! += weight * IMPACTS[postings[i]! >>> 16]!;
    }
  }

  private append(term: number, posting: number): void {
    const slot = this.slots.add(term);
    if (slot === this.starts.length) {
      this.starts = widened(this.starts);
      this.lengths = widened(this.lengths);
      this.rooms = widened(this.rooms);
    }
    if (this.lengths[slot] === this.rooms[slot]) this.move(slot);
    this.postings[this.starts[slot]! + this.lengths[slot]!++] = posting;
  }

  /** Gives a list twice the room. */
  private move(slot: number): void {
    const room = Math.max(FIRST_ROOM, 2 * this.rooms[slot]!);
    if (this.used + room > this.postings.length) this.postings = widened(this.postings);
    const start = this.starts[slot]!;
    this.postings.copyWithin(this.used, start, start + this.lengths[slot]!);
    this.starts[slot] = this.used;
    this.rooms[slot] = room;
    this.used += room;
  }
}
