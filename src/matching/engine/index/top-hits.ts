import type { Hit } from './index-record';

/**
 * The best `k` of the hits offered: higher scores first, equal scores by ascending id. A binary heap with the weakest
 * hit on top, so that most offers end at one comparison with `floor`.
 */
export class TopHits {
  private readonly scores: Float64Array;
  private readonly ids: string[] = [];
  /** No hit below it can enter; 0 until `k` hits are in. */
  floor = 0;

  constructor(private readonly k: number) {
    this.scores = new Float64Array(k);
  }

  offer(score: number, id: string): void {
    if (this.ids.length < this.k) {
      this.ids.push(id);
      this.rise(this.ids.length - 1, score, id);
      if (this.ids.length === this.k) this.floor = this.scores[0]!;
    } else if (this.k > 0 && isWeaker(this.scores[0]!, this.ids[0]!, score, id)) {
      this.sink(score, id);
      this.floor = this.scores[0]!;
    }
  }

  /** Best first. The heap is not changed. */
  ranked(): Hit[] {
    return this.ids.map((id, i) => ({ id, score: this.scores[i]! })).sort(byRank);
  }

  private rise(from: number, score: number, id: string): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isWeaker(score, id, this.scores[parent]!, this.ids[parent]!)) break;
      this.move(parent, at);
      at = parent;
    }
    this.put(at, score, id);
  }

  private sink(score: number, id: string): void {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.k) break;
      if (child + 1 < this.k && this.isWeakerAt(child + 1, child)) child++;
      if (!isWeaker(this.scores[child]!, this.ids[child]!, score, id)) break;
      this.move(child, at);
      at = child;
    }
    this.put(at, score, id);
  }

  private isWeakerAt(a: number, b: number): boolean {
    return isWeaker(this.scores[a]!, this.ids[a]!, this.scores[b]!, this.ids[b]!);
  }

  private move(from: number, to: number): void {
    this.put(to, this.scores[from]!, this.ids[from]!);
  }

  private put(at: number, score: number, id: string): void {
    this.scores[at] = score;
    this.ids[at] = id;
  }
}

function isWeaker(score: number, id: string, thanScore: number, thanId: string): boolean {
  return score < thanScore || (score === thanScore && id > thanId);
}

/** Higher scores first, equal scores by ascending id. */
export function byRank(a: Hit, b: Hit): number {
  return b.score - a.score || (a.id < b.id ? -1 : 1);
}
