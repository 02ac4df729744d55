import type { Pace, Steps } from './pace';

const TERMS_PER_BUCKET = 4;
/** An entry in words of 32 bits, in one place of memory: the term, where its list starts, its largest impact. */
const ENTRY_WORDS = 3;
const START = 1;
const PEAK = 2;

/** Words that a directory takes. */
export const directoryWords = (terms: number): number => ENTRY_WORDS * (terms + 1);

/** The terms of a block, ascending; where the list of each starts, and its largest impact. */
export class TermDirectory {
  readonly count: number;
  /** Ids are hashes, so their high bits part them evenly: where the terms of each value of the high bits start. */
  private readonly buckets: Uint32Array;
  private readonly shift: number;
  private readonly peaks: Float32Array;
  private places = new Int32Array(64);
  private seen = new Uint32Array(64);

  /** One entry more than there are terms: it holds the end of all lists. */
  constructor(private readonly entries: Uint32Array) {
    this.count = entries.length / ENTRY_WORDS - 1;
    this.peaks = new Float32Array(entries.buffer, entries.byteOffset, entries.length);
    const bits = Math.max(1, Math.ceil(Math.log2(Math.max(1, this.count / TERMS_PER_BUCKET))));
    this.shift = 32 - bits;
    this.buckets = new Uint32Array(2 ** bits + 1);
  }

  put(place: number, term: number, start: number, peak: number): void {
    this.entries[place * ENTRY_WORDS] = term;
    this.entries[place * ENTRY_WORDS + START] = start;
    this.peaks[place * ENTRY_WORDS + PEAK] = peak;
  }

  /** The end of all lists. */
  close(end: number): void {
    this.entries[this.count * ENTRY_WORDS + START] = end;
  }

  term(place: number): number {
    return this.entries[place * ENTRY_WORDS]!;
  }

  start(place: number): number {
    return this.entries[place * ENTRY_WORDS + START]!;
  }

  end(place: number): number {
    return this.start(place + 1);
  }

  peak(place: number): number {
    return this.peaks[place * ENTRY_WORDS + PEAK]!;
  }

  /** To be gone through when all terms are in. */
  *sealing(pace: Pace): Steps<void> {
    let place = 0;
    for (let bucket = 0; bucket < this.buckets.length; bucket++) {
      while (place < this.count && this.term(place) >>> this.shift < bucket) place++;
      this.buckets[bucket] = place;
      if (pace.isDue(TERMS_PER_BUCKET)) yield;
    }
  }

  /**
   * The place of each term, −1 where it does not occur; valid until the next call. The first entry to look at is read of all
   * terms before any is gone on with, so that they wait for memory at the same time.
   */
  findAll(terms: Uint32Array): Int32Array {
    if (terms.length > this.places.length) this.widen(2 * terms.length);
    const { places, seen } = this;
    for (let i = 0; i < terms.length; i++) {
      const place = this.buckets[terms[i]! >>> this.shift]!;
      places[i] = place;
      seen[i] = this.entries[place * ENTRY_WORDS]!;
    }
    for (let i = 0; i < terms.length; i++) {
      const term = terms[i]!;
      let place = places[i]!;
      let there = seen[i]!;
      while (there < term && place + 1 < this.count) there = this.term(++place);
      places[i] = there === term && place < this.count ? place : -1;
    }
    return places;
  }

  private widen(length: number): void {
    this.places = new Int32Array(length);
    this.seen = new Uint32Array(length);
  }
}
