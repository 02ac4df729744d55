/** Units of work, each a posting, a record or a byte looked at, after which others may have their turn: about a millisecond. */
export const TURN_UNITS = 0x10000;

/** Work that can be laid aside wherever it yields. */
export type Steps<T> = Generator<undefined, T, undefined>;

/** Counts work and says when it is time to yield. */
export class Pace {
  private units = 0;
  /** The most units between two yields so far. */
  longest = 0;

  isDue(units: number): boolean {
    this.units += units;
    this.longest = Math.max(this.longest, this.units);
    if (this.units < TURN_UNITS) return false;
    this.units = 0;
    return true;
  }
}

/** Does the work in one go. */
export function finish<T>(steps: Steps<T>): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

const FIRST_RUN = 4096;

/** Sorts in place, in runs that are then merged two by two. */
export function* sorting<T>(items: T[], compare: (a: T, b: T) => number, pace: Pace): Steps<T[]> {
  for (let from = 0; from < items.length; from += FIRST_RUN) {
    const run = items.slice(from, from + FIRST_RUN).sort(compare);
    for (let i = 0; i < run.length; i++) items[from + i] = run[i]!;
    if (pace.isDue(run.length * Math.log2(FIRST_RUN))) yield;
  }
  let [source, target] = [items, items.length > FIRST_RUN ? items.slice() : items];
  for (let width = FIRST_RUN; width < items.length; width *= 2) {
    for (let from = 0; from < items.length; from += 2 * width) {
      const middle = Math.min(from + width, items.length);
      const to = Math.min(from + 2 * width, items.length);
      let [left, right] = [from, middle];
      for (let at = from; at < to; at++) {
        const isLeft = left < middle && (right === to || compare(source[left]!, source[right]!) <= 0);
        target[at] = source[isLeft ? left++ : right++]!;
        if (pace.isDue(1)) yield;
      }
    }
    [source, target] = [target, source];
  }
  return source;
}
