/**
 * The best `k` of the places offered: higher scores first, of equal scores the earlier place. A binary heap with the
 * weakest on top, so that most offers end at one comparison with `floor`.
 */
export class TopPlaces {
  private readonly scores: Float64Array;
  private readonly places: Uint32Array;
  private count = 0;
  /** No lower score can enter; 0 until `k` places are in. */
  floor = 0;

  constructor(
    private readonly k: number,
    /** Which of two places with one score comes later. */
    private readonly isLater: (place: number, than: number) => boolean,
  ) {
    this.scores = new Float64Array(k);
    this.places = new Uint32Array(k);
  }

  offer(score: number, place: number): void {
    if (this.count < this.k) {
      this.rise(this.count++, score, place);
      if (this.count === this.k) this.floor = this.scores[0]!;
    } else if (this.k > 0 && this.isWeaker(0, score, place)) {
      this.sink(score, place);
      this.floor = this.scores[0]!;
    }
  }

  /** The places ascending, whatever their scores. */
  ascending(): Uint32Array {
    return this.places.slice(0, this.count).sort();
  }

  /** Empties the heap: best first. */
  drain<T>(read: (score: number, place: number) => T): T[] {
    const drained = new Array<T>(this.count);
    while (this.count > 0) {
      const last = --this.count;
      drained[last] = read(this.scores[0]!, this.places[0]!);
      this.sink(this.scores[last]!, this.places[last]!);
    }
    return drained;
  }

  private rise(from: number, score: number, place: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (this.isWeaker(parent, score, place)) break;
      this.move(parent, at);
      at = parent;
    }
    this.put(at, score, place);
  }

  private sink(score: number, place: number): void {
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.count) break;
      const next = child + 1;
      if (next < this.count && this.isWeaker(next, this.scores[child]!, this.places[child]!)) child = next;
      if (!this.isWeaker(child, score, place)) break;
      this.move(child, at);
      at = child;
    }
    this.put(at, score, place);
  }

  private isWeaker(at: number, score: number, place: number): boolean {
    const own = this.scores[at]!;
    return own < score || (own === score && this.isLater(this.places[at]!, place));
  }

  private move(from: number, to: number): void {
    this.put(to, this.scores[from]!, this.places[from]!);
  }

  private put(at: number, score: number, place: number): void {
    this.scores[at] = score;
    this.places[at] = place;
  }
}
