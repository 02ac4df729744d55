import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import {
  acquireEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../src/platform/embedded/embedded-postgres';
import { startRedis } from './own-redis';

/** A PostgreSQL 16 and a Redis as an operator would run them, for the tests that must pass on both. */
export interface RealServers {
  databaseUrl: string;
  redisUrl: string;
  stop(): Promise<void>;
}

/** Starts both on free ports, with their files in `folder`. Needs Linux on x64 and an installed redis-server. */
export async function startRealServers(folder: string): Promise<RealServers> {
  const postgres = await acquireEmbeddedPostgres(folder, {
    packageName: 'embedded-postgres-16',
    durable: false,
  });
  const redis = await startRedis(folder).catch(async (error: unknown) => {
    await postgres.release();
    throw error;
  });
  return {
    databaseUrl: postgres.superuserUrl,
    redisUrl: redis.url,
    stop: () => stop(postgres, redis.process),
  };
}

async function stop(postgres: EmbeddedPostgres, redis: ChildProcess): Promise<void> {
  const gone = once(redis, 'exit');
  redis.kill('SIGTERM');
  await Promise.all([gone, postgres.release()]);
}
