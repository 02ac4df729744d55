const EMPTY = -1;

/** Numbers terms 0, 1, 2 … in the order of their first appearance; open addressing, at most half full. */
export class TermSlots {
  private keys: Uint32Array;
  private slots: Int32Array;
  count = 0;

  constructor(expected = 512) {
    const capacity = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 2)));
    this.keys = new Uint32Array(capacity);
    this.slots = new Int32Array(capacity).fill(EMPTY);
  }

  /** The number of a term, −1 for one never added. */
  find(term: number): number {
    return this.slots[this.placeOf(term)]!;
  }

  add(term: number): number {
    const place = this.placeOf(term);
    const known = this.slots[place]!;
    if (known !== EMPTY) return known;
    this.keys[place] = term;
    this.slots[place] = this.count++;
    if (this.count * 2 > this.slots.length) this.grow();
    return this.count - 1;
  }

  /** The terms by number. */
  terms(): Uint32Array {
    const terms = new Uint32Array(this.count);
    for (let place = 0; place < this.slots.length; place++) {
      const slot = this.slots[place]!;
      if (slot !== EMPTY) terms[slot] = this.keys[place]!;
    }
    return terms;
  }

  private placeOf(term: number): number {
    const mask = this.slots.length - 1;
    let place = (Math.imul(term, 0x9e3779b1) >>> 7) & mask;
    while (this.slots[place] !== EMPTY && this.keys[place] !== term) place = (place + 1) & mask;
    return place;
  }

  private grow(): void {
    const { keys, slots } = this;
    this.keys = new Uint32Array(keys.length * 2);
    this.slots = new Int32Array(slots.length * 2).fill(EMPTY);
    for (let i = 0; i < slots.length; i++) {
      if (slots[i] === EMPTY) continue;
      const place = this.placeOf(keys[i]!);
      this.keys[place] = keys[i]!;
      this.slots[place] = slots[i]!;
    }
  }
}
