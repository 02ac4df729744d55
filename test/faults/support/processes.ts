import { join } from 'node:path';
import { StubbornProcess } from './stubborn-process';

export const API_FILE = join(__dirname, '../../../src/main.ts');
export const WORKER_FILE = join(__dirname, 'effect-worker.ts');

/** The processes of a test, which see nothing of the run's own servers but what the test gives them. */
export class Processes {
  private readonly running: StubbornProcess[] = [];

  constructor(private readonly settings: () => Record<string, string | undefined>) {}

  async launch(file: string, own: NodeJS.ProcessEnv = {}): Promise<StubbornProcess> {
    const env = { ...process.env, DATABASE_URL: '', REDIS_URL: '', ...this.settings(), ...own };
    const launched = new StubbornProcess(file, env);
    this.running.push(launched);
    await launched.ready();
    return launched;
  }

  /** Ends those that still run. */
  async end(): Promise<void> {
    for (const running of this.running.splice(0)) await running.stop('SIGKILL');
  }
}
