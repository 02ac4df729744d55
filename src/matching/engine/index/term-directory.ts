import type { Pace, Steps } from './pace';

const TERMS_PER_BUCKET = 4;

/** The terms of a block, ascending; where the list of each starts, and the code of its largest impact. */
export class TermDirectory {
  /** Ids are hashes, so their high bits part them evenly: where the terms of each value of the high bits start. */
  private readonly buckets: Uint32Array;
  private readonly shift: number;

  constructor(
    readonly terms: Uint32Array,
    /** One more than there are terms: the last is the end of all lists. */
    readonly starts: Uint32Array,
    readonly peaks: Uint16Array,
  ) {
    const bits = Math.max(1, Math.ceil(Math.log2(Math.max(1, terms.length / TERMS_PER_BUCKET))));
    this.shift = 32 - bits;
    this.buckets = new Uint32Array(2 ** bits + 1);
  }

  /** To be gone through when all terms are in. */
  *sealing(pace: Pace): Steps<void> {
    let term = 0;
    for (let bucket = 0; bucket < this.buckets.length; bucket++) {
      while (term < this.terms.length && this.terms[term]! >>> this.shift < bucket) term++;
      this.buckets[bucket] = term;
      if (pace.isDue(TERMS_PER_BUCKET)) yield;
    }
  }

  /** The place of a term, −1 where it does not occur. */
  find(term: number): number {
    const bucket = term >>> this.shift;
    let low = this.buckets[bucket]!;
    let high = this.buckets[bucket + 1]! - 1;
    while (low <= high) {
      const middle = (low + high) >>> 1;
      const there = this.terms[middle]!;
      if (there === term) return middle;
      if (there < term) low = middle + 1;
      else high = middle - 1;
    }
    return -1;
  }
}
