import type { Hit } from './index-record';

/** The best of the records offered, in a heap whose root is the worst of them; equal scores by ascending id. */
export class BestHits {
  private k = 0;
  private count = 0;
  private scores = new Float64Array(64);
  /** By place in the heap, which of `ids` it is. */
  private numbers = new Uint32Array(64);
  private readonly ids: string[] = [];

  /** Empties it, for the best `k`. */
  reset(k: number): void {
    this.k = k;
    this.count = this.ids.length = 0;
    if (k <= this.scores.length) return;
    this.scores = new Float64Array(k);
    this.numbers = new Uint32Array(k);
  }

  /** Scores of 0 are no answer. */
  offer(score: number, id: string): void {
    if (!(score > 0) || this.k === 0) return;
    const isFull = this.count === this.k;
    if (isFull && score < this.scores[0]!) return;
    const number = this.ids.push(id) - 1;
    if (!isFull) this.rise(score, number);
    else if (this.isWorse(0, score, number)) this.sink(this.k, score, number);
  }

  /** The score that another must reach to enter. */
  get floor(): number {
    if (this.k === 0) return Infinity;
    return this.count < this.k ? 0 : this.scores[0]!;
  }

  /** Best first; empties the heap. */
  ranked(): Hit[] {
    const hits = new Array<Hit>(this.count);
    while (this.count > 0) {
      const last = --this.count;
      hits[last] = { id: this.ids[this.numbers[0]!]!, score: this.scores[0]! };
      this.sink(last, this.scores[last]!, this.numbers[last]!);
    }
    return hits;
  }

  private isWorse(at: number, score: number, number: number): boolean {
    const own = this.scores[at]!;
    return own < score || (own === score && this.ids[this.numbers[at]!]! > this.ids[number]!);
  }

  private rise(score: number, number: number): void {
    let at = this.count++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.isWorse(parent, score, number)) break;
      this.put(at, this.scores[parent]!, this.numbers[parent]!);
      at = parent;
    }
    this.put(at, score, number);
  }

  /** Puts a record in place of the root, among the first `count`. */
  private sink(count: number, score: number, number: number): void {
    let at = 0;
    for (let child = 1; child < count; child = 2 * at + 1) {
      if (child + 1 < count && this.isWorse(child + 1, this.scores[child]!, this.numbers[child]!)) child++;
      if (!this.isWorse(child, score, number)) break;
      this.put(at, this.scores[child]!, this.numbers[child]!);
      at = child;
    }
    this.put(at, score, number);
  }

  private put(at: number, score: number, number: number): void {
    this.scores[at] = score;
    this.numbers[at] = number;
  }
}
