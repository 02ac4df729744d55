import { type ChildProcess, type ForkOptions } from 'node:child_process';
import { once } from 'node:events';
import { forkTypescript } from '../../support/fork-typescript';

/** A process that is killed again and again by a test and started anew each time, as a supervisor would. */
export class StubbornProcess {
  private child: ChildProcess;
  private stopping = false;
  /** How often it ended without being asked to. */
  deaths = 0;

  constructor(
    private readonly file: string,
    private readonly env: NodeJS.ProcessEnv,
    private readonly args: readonly string[] = [],
  ) {
    this.child = this.launch();
  }

  /** Its first message says that it is ready. @throws when it ends before */
  async ready(): Promise<void> {
    const settled = new AbortController();
    const { signal } = settled;
    try {
      await Promise.race([
        once(this.child, 'message', { signal }),
        once(this.child, 'exit', { signal }).then(() => {
          this.stopping = true;
          throw new Error(`${this.file} did not start`);
        }),
      ]);
    } finally {
      settled.abort();
    }
  }

  /** kill -9; it comes again by itself. */
  async kill(): Promise<void> {
    const { child } = this;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  /** Answers the exit code and how many milliseconds it took. */
  async stop(signal: NodeJS.Signals = 'SIGTERM'): Promise<{ code: number | null; ms: number }> {
    this.stopping = true;
    const since = performance.now();
    const gone = once(this.child, 'exit') as Promise<[number | null]>;
    if (this.child.exitCode !== null || this.child.signalCode !== null)
      return { code: this.child.exitCode, ms: 0 };
    this.child.kill(signal);
    const [code] = await gone;
    return { code, ms: performance.now() - since };
  }

  private launch(): ChildProcess {
    const options: ForkOptions = { env: this.env, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] };
    const child = forkTypescript(this.file, this.args, options);
    child.once('exit', () => {
      // After the listeners of this moment: one of them may say that it is over.
      setImmediate(() => {
        if (this.stopping) return;
        this.deaths += 1;
        this.child = this.launch();
      });
    });
    return child;
  }
}
