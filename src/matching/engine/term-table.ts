/**
 * A read-only map from term id to a whole number (0 when absent), by open addressing: ids are hashes already, so
 * their low bits spread, and one typed array takes a third of what a Map does.
 */
export class TermTable {
  /** Key and 1 + value in turn; 0 where a slot is empty. */
  private readonly slots: Uint32Array;
  private readonly mask: number;

  constructor(terms: Uint32Array, values: Uint32Array) {
    let size = 16;
    while (size < terms.length * 2) size *= 2;
    this.slots = new Uint32Array(size * 2);
    this.mask = size - 1;
    for (let i = 0; i < terms.length; i++) {
      const slot = this.slotOf(terms[i]!);
      this.slots[slot] = terms[i]!;
      this.slots[slot + 1] = values[i]! + 1;
    }
  }

  get(term: number): number {
    return Math.max(0, this.slots[this.slotOf(term) + 1]! - 1);
  }

  private slotOf(term: number): number {
    const { slots, mask } = this;
    let at = term & mask;
    while (slots[2 * at + 1] !== 0 && slots[2 * at] !== term) at = (at + 1) & mask;
    return 2 * at;
  }
}
