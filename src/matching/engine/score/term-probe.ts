import type { WeighedTerms } from './weighed-terms';

const SLOTS_PER_TERM = 8;

/** One record's terms, laid out to be compared with those of many others; `overlap` is that of weighed-terms.ts. */
export class TermProbe {
  private readonly keys: Uint32Array;
  /** 0 where a slot is empty: no weight of a term is 0. */
  private readonly weights: Float64Array;
  private readonly mask: number;

  constructor({ terms, weights }: WeighedTerms) {
    const size = 2 ** Math.ceil(Math.log2(Math.max(16, terms.length * SLOTS_PER_TERM)));
    this.keys = new Uint32Array(size);
    this.weights = new Float64Array(size);
    this.mask = size - 1;
    for (let i = 0; i < terms.length; i++) {
      let slot = terms[i]! & this.mask;
      while (this.weights[slot] !== 0) slot = (slot + 1) & this.mask;
      this.keys[slot] = terms[i]!;
      this.weights[slot] = weights[i]!;
    }
  }

  /** Σ a·b over common terms, in ascending order of ids. */
  overlap({ terms, weights }: WeighedTerms): number {
    const { keys, mask } = this;
    const own = this.weights;
    let sum = 0;
    for (let i = 0; i < terms.length; i++) {
      const term = terms[i]!;
      for (let slot = term & mask; own[slot] !== 0; slot = (slot + 1) & mask)
        if (keys[slot] === term) {
          sum += own[slot]! * weights[i]!;
          break;
        }
    }
    return sum;
  }
}
