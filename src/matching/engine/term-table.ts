/**
 * A read-only map from term id to a whole number (0 when absent), by open addressing: ids are hashes already, so
 * their low bits spread, and two typed arrays take a third of what a Map does.
 */
export class TermTable {
  private readonly keys: Uint32Array;
  private readonly values: Uint32Array;
  private readonly used: Uint8Array;
  private readonly mask: number;

  constructor(terms: Uint32Array, values: Uint32Array) {
    let size = 16;
    while (size < terms.length * 2) size *= 2;
    this.keys = new Uint32Array(size);
    this.values = new Uint32Array(size);
    this.used = new Uint8Array(size);
    this.mask = size - 1;
    for (let i = 0; i < terms.length; i++) {
      const slot = this.slotOf(terms[i] ?? 0);
      this.keys[slot] = terms[i] ?? 0;
      this.values[slot] = values[i] ?? 0;
      this.used[slot] = 1;
    }
  }

  get(term: number): number {
    return this.values[this.slotOf(term)] ?? 0;
  }

  private slotOf(term: number): number {
    let slot = term & this.mask;
    while (this.used[slot] === 1 && this.keys[slot] !== term) slot = (slot + 1) & this.mask;
    return slot;
  }
}
