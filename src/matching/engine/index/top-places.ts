const FIRST_ROOM = 256;
/** Scores are counted by the upper bits of their binary32: 7 bits of fraction, exponents from 2⁻²⁴ to 2⁸. */
const CLASS_SHIFT = 16;
const CLASSES_PER_OCTAVE = 2 ** (23 - CLASS_SHIFT);
const LOWEST_CLASS = (127 - 24) * CLASSES_PER_OCTAVE;
const CLASSES = 32 * CLASSES_PER_OCTAVE;

const float = new Float32Array(1);
const bits = new Int32Array(float.buffer);

/** Classes of nearly equal scores, ascending; the lowest also holds all below it, the highest all above. */
function classOf(score: number): number {
  float[0] = score;
  return Math.min(CLASSES - 1, Math.max(0, (bits[0]! >> CLASS_SHIFT) - LOWEST_CLASS));
}

/** A bound below all scores of a class: binary32 rounds what is just below its least number into it. */
function leastOf(scoreClass: number): number {
  if (scoreClass === 0) return -Infinity;
  bits[0] = (scoreClass + LOWEST_CLASS) << CLASS_SHIFT;
  return float[0]! * (1 - 2 ** -24);
}

/**
 * Keeps the best `k` of the places offered, and those that nearly equal the k-th. How many were offered is counted by
 * class of score, which gives the floor that later offers must reach, without keeping anything in order.
 */
export class TopPlaces {
  private scores = new Float64Array(FIRST_ROOM);
  private places = new Uint32Array(FIRST_ROOM);
  private count = 0;
  private readonly classCounts = new Uint32Array(CLASSES);
  /** The class of the k-th best, and how many lie in it and above. */
  private floorClass = 0;
  private counted = 0;
  k = 0;
  private margin = 0;
  /** No lower score can enter. */
  floor = 0;

  /**
   * Empties it for another `k`. Kept is what is at most `margin` below the k-th best; taken are scores from `least` on.
   */
  reset(k: number, least: number, margin: number): void {
    this.k = k;
    this.margin = margin;
    this.restart();
    this.floor = k === 0 ? Infinity : least;
  }

  /** How many are kept at present. */
  get size(): number {
    return this.count;
  }

  offer(score: number, place: number): void {
    if (score < this.floor) return;
    if (this.count === this.scores.length) this.makeRoom();
    this.scores[this.count] = score;
    this.places[this.count++] = place;
    const scoreClass = classOf(score);
    if (scoreClass < this.floorClass) return;
    this.classCounts[scoreClass]!++;
    this.counted++;
    if (this.counted - this.classCounts[this.floorClass]! >= this.k) this.raiseFloor();
  }

  /** Forgets what was offered and keeps the floor: for offers that only prove how good `k` others are. */
  restart(): void {
    this.count = 0;
    this.classCounts.fill(0);
    this.floorClass = 0;
    this.counted = 0;
  }

  /** The places kept, ascending, whatever their scores. */
  ascending(): Uint32Array {
    this.sweepOut();
    return this.places.slice(0, this.count).sort();
  }

  /** The best `k`, in the order of scores, equal ones as `isLater` says. */
  ranked<T>(
    isLater: (place: number, than: number) => boolean,
    read: (score: number, place: number) => T,
  ): T[] {
    this.sweepOut();
    const { scores, places } = this;
    const order = Array.from({ length: this.count }, (_, i) => i);
    order.sort((a, b) => scores[b]! - scores[a]! || (isLater(places[a]!, places[b]!) ? 1 : -1));
    return order.slice(0, this.k).map((i) => read(scores[i]!, places[i]!));
  }

  private raiseFloor(): void {
    while (this.counted - this.classCounts[this.floorClass]! >= this.k)
      this.counted -= this.classCounts[this.floorClass++]!;
    this.floor = Math.max(this.floor, leastOf(this.floorClass) - this.margin);
  }

  private makeRoom(): void {
    this.sweepOut();
    if (this.count * 2 <= this.scores.length) return;
    const { scores, places } = this;
    this.scores = new Float64Array(scores.length * 2);
    this.scores.set(scores);
    this.places = new Uint32Array(places.length * 2);
    this.places.set(places);
  }

  /** Forgets what lies below the floor by now. */
  private sweepOut(): void {
    let kept = 0;
    for (let i = 0; i < this.count; i++) {
      if (this.scores[i]! < this.floor) continue;
      this.scores[kept] = this.scores[i]!;
      this.places[kept++] = this.places[i]!;
    }
    this.count = kept;
  }
}
