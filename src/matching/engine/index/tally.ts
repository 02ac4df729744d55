/** Classes of 16 levels; one more than there are, so that the floor may lie above all. */
const LEVELS_PER_CLASS = 16;
const CLASSES = 4097;
/** Words before the classes; the kernel in WebAssembly reads the same. */
const COUNTED = 0;
const FLOOR = 1;
const LEAST = 2;
const WANTED = 3;
const MARGIN = 4;
/** All classes from here on are empty. */
const TOP = 5;
const FIRST_CLASS = 6;
export const TALLY_WORDS = FIRST_CLASS + CLASSES;
/** Scores are counted in levels: whole numbers 0 … 65,535, proportional to the score. */
export const HIGHEST_LEVEL = 65_000;

/**
 * How many records surely reach which level. That tells the level which the best `wanted` reach, without keeping anything
 * in order; records more than `margin` below it need not be looked at. It goes along from block to block.
 */
export class Tally {
  constructor(readonly words: Uint32Array = new Uint32Array(TALLY_WORDS)) {}

  /** Empties it. Records below `least` are not wanted anyhow. */
  reset(wanted: number, least: number, margin: number): void {
    this.clear();
    this.words[FLOOR] = 0;
    this.words[LEAST] = least;
    this.words[WANTED] = wanted;
    this.words[MARGIN] = margin;
  }

  /** The level below which records need not be looked at. */
  get least(): number {
    return this.words[LEAST]!;
  }

  get wanted(): number {
    return this.words[WANTED]!;
  }

  get isEmpty(): boolean {
    return this.words[COUNTED] === 0 && this.words[FLOOR] === 0;
  }

  /** Becomes equal to another. */
  take({ words }: Tally): void {
    this.clear();
    this.words.set(words.subarray(0, FIRST_CLASS + words[TOP]!));
  }

  /** Counts a record that surely reaches a level. */
  count(level: number): void {
    const { words } = this;
    const levelClass = Math.floor(level / LEVELS_PER_CLASS);
    if (levelClass < words[FLOOR]!) return;
    words[FIRST_CLASS + levelClass]!++;
    words[TOP] = Math.max(words[TOP]!, levelClass + 1);
    words[COUNTED]!++;
    while (words[COUNTED]! - words[FIRST_CLASS + words[FLOOR]!]! >= words[WANTED]!)
      words[COUNTED]! -= words[FIRST_CLASS + words[FLOOR]!++]!;
    words[LEAST] = Math.max(words[LEAST]!, words[FLOOR]! * LEVELS_PER_CLASS - words[MARGIN]!);
  }

  /** Forgets what was counted and keeps the least level: for records that only prove how good `wanted` others are. */
  restart(): void {
    this.clear();
  }

  private clear(): void {
    this.words.fill(0, FIRST_CLASS, FIRST_CLASS + this.words[TOP]!);
    this.words[COUNTED] = this.words[TOP] = 0;
  }
}
