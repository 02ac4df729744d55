/** A planned term in words of 32 bits, in the block's memory as here; the kernel in WebAssembly reads the same. */
export const TERM_WORDS = 8;
/** The postings asked for; of a dense term the row and 0. */
export const AT = 0;
export const END = 1;
/** All its postings; of a dense term the ranks and the codes. */
export const FIRST = 2;
export const LAST = 3;
export const RANKS = 2;
export const CODES = 3;
/** The query's weight, as a binary64 and counted in such; sum units per unit of impact, as a binary32. */
export const WEIGHT = 2;
export const FACTOR = 6;
/** The most that the term adds to a dot product, as a binary32. */
const PEAK = 7;

/** So many terms are in a block's memory at a time. */
export const TERMS_AT_ONCE = 64;

/**
 * The terms of a query that occur in a block, ascending. All places are addresses in the block's buffer, in bytes. Kept
 * for the next query, for making arrays takes as long as finding the terms.
 */
export class PlannedTerms {
  count = 0;
  private words = new Uint32Array(TERM_WORDS * TERMS_AT_ONCE);
  private singles = new Float32Array(this.words.buffer);
  private doubles = new Float64Array(this.words.buffer);

  /** Empties it and makes room for so many. */
  reset(room: number): void {
    this.count = 0;
    if (room * TERM_WORDS <= this.words.length) return;
    this.words = new Uint32Array(2 * room * TERM_WORDS);
    this.singles = new Float32Array(this.words.buffer);
    this.doubles = new Float64Array(this.words.buffer);
  }

  addRow(row: number, ranks: number, codes: number, weight: number): void {
    this.add(row, 0, ranks, codes, weight, 0);
  }

  addList(first: number, last: number, weight: number, peak: number): void {
    this.add(first, last, first, last, weight, peak);
  }

  /** Sets the sum units per unit of dot product. */
  scale(scale: number): void {
    for (let i = 0; i < this.count; i++)
      this.singles[i * TERM_WORDS + FACTOR] = this.doubles[(i * TERM_WORDS) / 2 + WEIGHT]! * scale;
  }

  /** Puts terms from number `from` on where the kernel reads them; answers how many. */
  load(table: Uint32Array, from: number): number {
    const count = Math.min(TERMS_AT_ONCE, this.count - from);
    table.set(this.words.subarray(from * TERM_WORDS, (from + count) * TERM_WORDS));
    return count;
  }

  /** Takes what the kernel has narrowed of the terms from number `from` on. */
  takeNarrowed(table: Uint32Array, from: number, count: number): void {
    this.words.set(table.subarray(0, count * TERM_WORDS), from * TERM_WORDS);
  }

  /** The postings asked for of the sparse term with the largest peak that was not taken yet; undefined when all were. */
  takeHeaviest(): { at: number; end: number } | undefined {
    let [heaviest, most] = [0, 0];
    for (let start = 0; start < this.count * TERM_WORDS; start += TERM_WORDS)
      if (this.singles[start + PEAK]! > most) [heaviest, most] = [start, this.singles[start + PEAK]!];
    if (most === 0) return undefined;
    this.singles[heaviest + PEAK] = 0;
    return { at: this.words[heaviest + AT]!, end: this.words[heaviest + END]! };
  }

  private add(at: number, end: number, first: number, last: number, weight: number, peak: number): void {
    const start = this.count++ * TERM_WORDS;
    this.words[start + AT] = at;
    this.words[start + END] = end;
    this.words[start + FIRST] = first;
    this.words[start + LAST] = last;
    this.doubles[start / 2 + WEIGHT] = weight;
    this.singles[start + PEAK] = peak;
  }
}
