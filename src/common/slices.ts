import { setImmediate } from 'node:timers/promises';

/** The longest that a calculation keeps everything else in the process waiting. */
const SLICE_MS = 25;

/**
 * A long calculation in slices: asked often, it says when to give way to what else the process has to do, such as
 * renewing the lock of the job that the calculation is part of.
 */
export class Slices {
  private until = performance.now() + SLICE_MS;

  get isOver(): boolean {
    return performance.now() >= this.until;
  }

  async next(): Promise<void> {
    await setImmediate();
    this.until = performance.now() + SLICE_MS;
  }
}

/** Does work that can be laid aside wherever it yields to its end, slice by slice. */
export async function inSlices<T>(
  steps: Generator<undefined, T, undefined>,
  slices = new Slices(),
): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (slices.isOver) await slices.next();
  }
}
