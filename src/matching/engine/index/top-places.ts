const FIRST_ROOM = 64;

/**
 * The best `k` of the places offered: higher scores first, of equal scores the earlier place. Offers are appended, and
 * when there is no room the best are brought to the front by quickselect (Hoare 1961), so that an offer costs little.
 *
 * With a `margin` of 0 or more, kept are all whose score is at least the k-th best less the margin.
 */
export class TopPlaces {
  private scores = new Float64Array(FIRST_ROOM);
  private places = new Uint32Array(FIRST_ROOM);
  private count = 0;
  private trimmed = 0;
  private k = 0;
  private margin: number | undefined;
  /** No lower score can enter. */
  floor = 0;

  constructor(
    /** Which of two places with one score comes later. */
    private readonly isLater: (place: number, than: number) => boolean = (place, than) => place > than,
  ) {}

  /** Empties it for another `k`. Without a margin only scores above 0 are taken, with one those from −margin. */
  reset(k: number, margin?: number): void {
    this.k = k;
    this.margin = margin;
    this.count = 0;
    this.trimmed = 0;
    this.floor = k === 0 ? Infinity : margin === undefined ? Number.MIN_VALUE : -margin;
  }

  offer(score: number, place: number): void {
    if (score < this.floor) return;
    if (this.count === this.scores.length) this.makeRoom();
    this.scores[this.count] = score;
    this.places[this.count++] = place;
  }

  /** Raises the floor by what was offered since the last time, if it was much. */
  settle(): void {
    if (this.count > this.k + (this.k >> 2) && this.count > this.trimmed) this.trim();
  }

  /** The places kept, ascending, whatever their scores. */
  ascending(): Uint32Array {
    this.trim();
    return this.places.slice(0, this.count).sort();
  }

  /** Best first. */
  ranked<T>(read: (score: number, place: number) => T): T[] {
    this.trim();
    const order = Array.from({ length: Math.min(this.count, this.k) }, (_, i) => i);
    order.sort((a, b) => (this.precedes(a, this.scores[b]!, this.places[b]!) ? -1 : 1));
    return order.map((i) => read(this.scores[i]!, this.places[i]!));
  }

  private makeRoom(): void {
    if (this.k < this.count) this.trim();
    if (this.count * 2 <= this.scores.length) return;
    const { scores, places } = this;
    this.scores = new Float64Array(scores.length * 2);
    this.scores.set(scores);
    this.places = new Uint32Array(places.length * 2);
    this.places.set(places);
  }

  private trim(): void {
    if (this.count > this.k) {
      this.selectBest();
      let worst = Infinity;
      for (let i = 0; i < this.k; i++) worst = Math.min(worst, this.scores[i]!);
      this.floor = Math.max(this.floor, worst - (this.margin ?? 0));
      let kept = this.k;
      if (this.margin !== undefined)
        for (let i = kept; i < this.count; i++) if (this.scores[i]! >= this.floor) this.swap(i, kept++);
      this.count = kept;
    }
    this.trimmed = this.count;
  }

  /** Brings the best `k` to the front, in no order. */
  private selectBest(): void {
    let low = 0;
    let high = this.count - 1;
    while (low < high) {
      const pivot = (low + high) >>> 1;
      const score = this.scores[pivot]!;
      const place = this.places[pivot]!;
      let i = low;
      let j = high;
      while (i <= j) {
        while (this.precedes(i, score, place)) i++;
        while (this.follows(j, score, place)) j--;
        if (i <= j) this.swap(i++, j--);
      }
      if (this.k - 1 <= j) high = j;
      else if (this.k - 1 >= i) low = i;
      else return;
    }
  }

  private precedes(at: number, score: number, place: number): boolean {
    const own = this.scores[at]!;
    return own > score || (own === score && this.isLater(place, this.places[at]!));
  }

  private follows(at: number, score: number, place: number): boolean {
    const own = this.scores[at]!;
    return own < score || (own === score && this.isLater(this.places[at]!, place));
  }

  private swap(i: number, j: number): void {
    const score = this.scores[i]!;
    const place = this.places[i]!;
    this.scores[i] = this.scores[j]!;
    this.places[i] = this.places[j]!;
    this.scores[j] = score;
    this.places[j] = place;
  }
}
