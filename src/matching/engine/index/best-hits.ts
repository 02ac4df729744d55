import type { Hit } from './index-record';

/** The best `k` of the records offered, in a heap whose root is the worst of them; equal scores by ascending id. */
export class BestHits {
  private readonly scores: Float64Array;
  private readonly ids: string[] = [];

  constructor(private readonly k: number) {
    this.scores = new Float64Array(k);
  }

  /** Scores of 0 are no answer. */
  offer(score: number, id: string): void {
    if (!(score > 0) || this.k === 0) return;
    if (this.ids.length < this.k) this.rise(score, id);
    else if (this.isWorse(0, score, id)) this.sink(this.k, score, id);
  }

  /** The score that another must reach to enter. */
  get floor(): number {
    return this.k > 0 && this.ids.length < this.k ? 0 : (this.scores[0] ?? Infinity);
  }

  /** Best first; empties the heap. */
  ranked(): Hit[] {
    const hits = new Array<Hit>(this.ids.length);
    for (let left = this.ids.length - 1; left >= 0; left--) {
      hits[left] = { id: this.ids[0]!, score: this.scores[0]! };
      this.sink(left, this.scores[left]!, this.ids[left]!);
    }
    this.ids.length = 0;
    return hits;
  }

  private isWorse(at: number, score: number, id: string): boolean {
    const own = this.scores[at]!;
    return own < score || (own === score && this.ids[at]! > id);
  }

  private rise(score: number, id: string): void {
    let at = this.ids.length;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.isWorse(parent, score, id)) break;
      this.put(at, this.scores[parent]!, this.ids[parent]!);
      at = parent;
    }
    this.put(at, score, id);
  }

  /** Puts a record in place of the root, among the first `count`. */
  private sink(count: number, score: number, id: string): void {
    let at = 0;
    for (let child = 1; child < count; child = 2 * at + 1) {
      if (child + 1 < count && this.isWorse(child + 1, this.scores[child]!, this.ids[child]!)) child++;
      if (!this.isWorse(child, score, id)) break;
      this.put(at, this.scores[child]!, this.ids[child]!);
      at = child;
    }
    this.put(at, score, id);
  }

  private put(at: number, score: number, id: string): void {
    this.scores[at] = score;
    this.ids[at] = id;
  }
}
