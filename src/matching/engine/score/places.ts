/** So many places, given to the best scores. */
export class Places {
  /** Ascending; 0 where a place is free. */
  private readonly scores: Float64Array;

  /** `taken`: scores that have places already, no more than there are. */
  constructor(count: number, taken: Float64Array) {
    this.scores = new Float64Array(count);
    this.scores.set(taken);
    this.scores.sort();
  }

  /** The score that another needs at least; 0 while a place is free. */
  get least(): number {
    return this.scores[0] ?? Infinity;
  }

  /** Gives a place to a score above 0, unless it is worse than the last of them; answers whether. */
  take(score: number): boolean {
    const { scores } = this;
    if (score < this.least) return false;
    let at = 0;
    while (at + 1 < scores.length && scores[at + 1]! < score) at++;
    scores.copyWithin(0, 1, at + 1);
    scores[at] = score;
    return true;
  }
}
