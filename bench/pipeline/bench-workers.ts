import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Env } from '../../src/platform/config/env.schema';

/** Worker processes that begin with nothing; each of several holds a shard. */
export class BenchWorkers {
  private constructor(private readonly processes: readonly ChildProcess[]) {}

  static async start(env: Env, count: number): Promise<BenchWorkers> {
    const workers = new BenchWorkers(Array.from({ length: count }, (_, shard) => start(env, shard, count)));
    await Promise.all(workers.processes.map((worker) => once(worker, 'message')));
    return workers;
  }

  async stop(): Promise<void> {
    await Promise.all(this.processes.map(stop));
  }
}

function start(env: Env, shard: number, shards: number): ChildProcess {
  const { DATABASE_WORKER_URL, DATABASE_QUEUE_URL, MASTER_KEY, DATA_DIR, REDIS_URL } = env;
  const settings = {
    ...{ DATABASE_URL: DATABASE_WORKER_URL, DATABASE_WORKER_URL, DATABASE_QUEUE_URL, MASTER_KEY, DATA_DIR },
    ...(REDIS_URL !== undefined && { REDIS_URL }),
    ...(shards > 1 && { MATCH_SHARDS: String(shards), MATCH_SHARD: String(shard) }),
    LOG_LEVEL: 'warn',
  };
  return fork(require.resolve('../../src/worker'), { env: { ...process.env, ...settings } });
}

async function stop(worker: ChildProcess): Promise<void> {
  if (worker.exitCode !== null) return;
  const gone = once(worker, 'exit');
  worker.kill('SIGTERM');
  await gone;
}
