import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** A process that lived this long is taken to have been healthy. */
const HEALTHY_MS = 60_000;

export interface KeptProcessOptions {
  /** What people call it: "web server", "worker 1". */
  name: string;
  file: string;
  env: NodeJS.ProcessEnv;
  report: (sentence: string) => void;
}

/**
 * A child process that is started again when it dies. It leaves by itself when this process is gone, since the channel
 * between them closes; it sits in a process group of its own, so that Ctrl-C reaches it only in our order.
 */
export class KeptProcess {
  private child: ChildProcess | undefined;
  private retry: NodeJS.Timeout | undefined;
  private established = false;
  private stopping = false;
  private pause = FIRST_PAUSE_MS;

  constructor(private readonly options: KeptProcessOptions) {}

  /**
   * Starts it and waits for its first message, which says that it is ready.
   * @returns that message.
   * @throws when it ends before: then it is not tried again, something must be set right first.
   */
  async start(): Promise<unknown> {
    const child = this.launch();
    const settled = new AbortController();
    const signal = settled.signal;
    try {
      const message = await Promise.race([
        once(child, 'message', { signal }).then(([first]) => first as unknown),
        once(child, 'exit', { signal }).then(() => {
          throw new Error(`The ${this.options.name} did not start.`);
        }),
      ]);
      this.established = true;
      return message;
    } finally {
      settled.abort();
    }
  }

  /** Asks it to finish; after `patienceMs` it is killed. */
  async stop(patienceMs: number): Promise<void> {
    this.stopping = true;
    clearTimeout(this.retry);
    const { child } = this;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGTERM');
    const impatience = setTimeout(() => child.kill('SIGKILL'), patienceMs);
    await gone;
    clearTimeout(impatience);
  }

  private launch(): ChildProcess {
    const { file, env } = this.options;
    const born = Date.now();
    const child = fork(file, [], { env, detached: true, stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
    child.once('exit', () => this.revive(Date.now() - born));
    this.child = child;
    return child;
  }

  private revive(livedMs: number): void {
    if (this.stopping || !this.established) return;
    if (livedMs > HEALTHY_MS) this.pause = FIRST_PAUSE_MS;
    this.options.report(`The ${this.options.name} ended; it is started again in ${this.pause / 1000} s.`);
    this.retry = setTimeout(() => this.launch(), this.pause);
    this.pause = Math.min(this.pause * 2, LONGEST_PAUSE_MS);
  }
}
