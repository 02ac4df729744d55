const SCAN_LENGTH = 8;

/** The terms of a block, ascending; where the list of each starts, and the code of its largest impact. */
export class TermDirectory {
  constructor(
    readonly terms: Uint32Array,
    /** One more than there are terms: the last is the end of all lists. */
    readonly starts: Uint32Array,
    readonly peaks: Uint16Array,
  ) {}

  /** The place of a term, −1 where it does not occur. Interpolates, for ids are hashes and lie evenly. */
  find(term: number): number {
    const { terms } = this;
    let low = 0;
    let high = terms.length - 1;
    while (high - low > SCAN_LENGTH) {
      const first = terms[low]!;
      const last = terms[high]!;
      if (term < first || term > last) return -1;
      const guess = low + Math.floor(((term - first) / (last - first)) * (high - low));
      const there = terms[guess]!;
      if (there === term) return guess;
      const middle = (low + high) >>> 1;
      if (there < term) low = guess + 1;
      else high = guess - 1;
      if (low <= middle && middle <= high) {
        if (terms[middle]! <= term) low = middle;
        else high = middle - 1;
      }
    }
    for (let i = low; i <= high; i++) if (terms[i] === term) return i;
    return -1;
  }
}
