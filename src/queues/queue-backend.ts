import {
  createPostgresBackend,
  createRedisBackend,
  type BackendClasses,
  type IQueueBackend,
  type Queue,
  type Worker,
  withBackend,
} from 'bullmq';
import { Redis } from 'ioredis';
import type { QueueName } from './job-catalogue';
import { createShardQueues, type ShardQueues } from './shard-flows';

/** The parts of BullMQ's classes that the product uses, whichever backend stands behind them. */
export type JobQueue = Pick<
  Queue,
  'add' | 'close' | 'getJobCounts' | 'upsertJobScheduler' | 'obliterate' | 'waitUntilReady'
>;
export type JobWorker = Pick<Worker, 'close' | 'waitUntilReady'>;
export type ProcessJob = (name: string, data: JobData) => Promise<void>;

/** What travels through the queue: the outbox row's id, or nothing for a job that arises by the clock. */
export interface JobData {
  outboxId?: string;
  /** Its workers died while it was in hand: nothing else is to die with it. */
  alone?: boolean;
}

export interface QueueBackend {
  readonly kind: 'redis' | 'postgres';
  /** Throws with a sentence for the operator when the server behind the queue cannot be trusted with jobs. */
  check(): Promise<void>;
  queue(name: QueueName): JobQueue;
  worker(name: QueueName, process: ProcessJob, concurrency: number): JobWorker;
  readonly shards: ShardQueues;
}

/** Injects the backend of the process's settings; it connects when a queue or worker is asked for. */
export const QUEUE_BACKEND = Symbol('queue backend');

/** Between two attempts to reach a Redis that is away. */
const LONGEST_RETRY_MS = 2_000;

export interface QueueBackendSettings {
  redisUrl?: string | undefined;
  postgresUrl: string;
  /** Connections of one queue to PostgreSQL. Default 3. */
  pool?: number;
  /** Told of a broken connection; BullMQ mends it by itself. */
  onError?: (error: Error) => void;
}

/** Redis where it is configured, else BullMQ's PostgreSQL backend in a schema and login of its own. */
export function createQueueBackend({
  redisUrl,
  postgresUrl,
  pool = 3,
  onError = () => undefined,
}: QueueBackendSettings): QueueBackend {
  if (redisUrl === undefined) {
    const connection = { connectionString: postgresUrl, schema: 'queue', max: pool, migrate: true };
    return backendOf('postgres', withBackend(createPostgresBackend), connection, onError, () =>
      Promise.resolve(),
    );
  }
  const url = new URL(redisUrl);
  const connection = {
    host: url.hostname,
    port: Number(url.port || 6379),
    ...(url.username && { username: decodeURIComponent(url.username) }),
    ...(url.password && { password: decodeURIComponent(url.password) }),
    ...(url.protocol === 'rediss:' && { tls: {} }),
    db: Number(url.pathname.slice(1) || 0),
    maxRetriesPerRequest: null,
    // BullMQ's own pause grows to 20 s: work would stand still for as long after Redis is back.
    retryStrategy: (attempts: number) => Math.min(attempts * 100, LONGEST_RETRY_MS),
  };
  return backendOf('redis', withBackend(createRedisBackend), connection, onError, () =>
    requireNoEviction(redisUrl),
  );
}

function backendOf<B extends IQueueBackend, C>(
  kind: QueueBackend['kind'],
  bullmq: BackendClasses<B, C>,
  connection: C,
  onError: (error: Error) => void,
  check: () => Promise<void>,
): QueueBackend {
  return {
    kind,
    check,
    queue: (name) => new bullmq.Queue(name, { connection }).on('error', onError),
    worker: (name, process, concurrency) =>
      new bullmq.Worker<JobData, void>(name, (job) => process(job.name, job.data), {
        connection,
        concurrency,
        // A killed worker's jobs are taken over within seconds, and no number of crashes fails one for good:
        // the outbox counts the starts and sets a poison job aside.
        lockDuration: 15_000,
        stalledInterval: 5_000,
        maxStalledCount: 10,
        removeOnComplete: { count: 0 },
        removeOnFail: { count: 0 },
      }).on('error', onError),
    shards: createShardQueues(bullmq, connection, onError),
  };
}

/**
 * A Redis that may evict keys loses jobs without a word. INFO is asked, for hosted servers forbid CONFIG.
 * @throws with a sentence for the operator, also when it does not answer
 */
export async function requireNoEviction(redisUrl: string): Promise<void> {
  const redis = new Redis(redisUrl, { maxRetriesPerRequest: 1, lazyConnect: true, connectTimeout: 3_000 });
  redis.on('error', () => undefined);
  try {
    await redis.connect().catch((cause: unknown) => {
      throw new Error(`Redis does not answer at ${redis.options.host}:${redis.options.port} (REDIS_URL).`, {
        cause,
      });
    });
    const policy = /^maxmemory_policy:(\S+)/m.exec(await redis.info('memory'))?.[1];
    if (policy !== 'noeviction')
      throw new Error(`Redis has maxmemory-policy "${policy}"; set it to "noeviction", or jobs can vanish.`);
  } finally {
    redis.disconnect();
  }
}
