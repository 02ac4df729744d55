/** Runs at most `width` tasks at a time and lets at most `waiting` more queue up; the rest are refused. */
export class Limiter {
  private running = 0;
  private readonly queue: (() => void)[] = [];

  constructor(
    private readonly width: number,
    private readonly waiting: number,
    private readonly refusal: () => Error,
  ) {}

  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.running < this.width) this.running += 1;
    else await this.wait();
    try {
      return await task();
    } finally {
      const next = this.queue.shift();
      if (next) next();
      else this.running -= 1;
    }
  }

  /** The place of a finished task goes to the next in the queue, so `running` stays. */
  private wait(): Promise<void> {
    if (this.queue.length >= this.waiting) throw this.refusal();
    return new Promise((resolve) => this.queue.push(resolve));
  }
}
