import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Redis } from 'ioredis';
import { freePort } from './free-port';

/** A redis-server of the test's own that is killed and comes again on the same port, with what its log had. */
export class KillableRedis {
  private child: ChildProcess;
  private constructor(
    private readonly folder: string,
    private readonly port: number,
    private readonly keeps: boolean,
  ) {
    this.child = this.launch();
  }

  /** `keeps`: writes a log, as docs/operations.md asks. */
  static async start(folder: string, { keeps = true } = {}): Promise<KillableRedis> {
    const redis = new KillableRedis(folder, await freePort(), keeps);
    await redis.answers();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  /** kill -9, and away until {@link comeBack}. */
  async vanish(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.kill('SIGKILL');
    await gone;
  }

  async comeBack(): Promise<void> {
    this.child = this.launch();
    await this.answers();
  }

  async kill(): Promise<void> {
    await this.vanish();
    await this.comeBack();
  }

  async stop(): Promise<void> {
    const gone = once(this.child, 'exit');
    this.child.kill('SIGTERM');
    await gone;
  }

  private launch(): ChildProcess {
    const settings = ['--port', String(this.port), '--bind', '127.0.0.1', '--dir', this.folder, '--save', ''];
    const kept = ['--appendonly', this.keeps ? 'yes' : 'no', '--maxmemory-policy', 'noeviction'];
    return spawn('redis-server', [...settings, ...kept], { stdio: 'ignore' });
  }

  private async answers(): Promise<void> {
    const client = new Redis(this.url, { retryStrategy: () => 50, maxRetriesPerRequest: null });
    client.on('error', () => undefined);
    await client.ping().finally(() => client.disconnect());
  }
}
