import type { Env } from '../platform/config/env.schema';
import { KeptProcess } from './kept-process';

/** Limits that together with the database's own stay below 30 s. */
const WORKER_PATIENCE_MS = 12_000;
const API_PATIENCE_MS = 5_000;

export interface SupervisorOptions {
  /** The settings with every connection string filled in. */
  env: Env;
  /** The environment the processes start from; ours replaces the connection strings in it. */
  environment: NodeJS.ProcessEnv;
  apiFile: string;
  workerFile: string;
  report: (sentence: string) => void;
}

/** The web server and the workers of one `npm start`. */
export class Supervisor {
  private readonly api: KeptProcess;
  private readonly workers: KeptProcess[];

  constructor({ env, environment, apiFile, workerFile, report }: SupervisorOptions) {
    const process = (name: string, file: string, own: NodeJS.ProcessEnv) =>
      new KeptProcess({ name, file, report, env: { ...environment, ...NO_LOGINS, ...own } });
    if (env.WORKERS < env.MATCH_SHARDS)
      report(
        `WORKERS=${env.WORKERS} hold only some of MATCH_SHARDS=${env.MATCH_SHARDS}: start workers for the others.`,
      );
    this.api = process('web server', apiFile, apiLogins(env));
    this.workers = Array.from({ length: env.WORKERS }, (_, index) =>
      process(`worker ${index + 1}`, workerFile, { ...workerLogins(env), ...shardOf(env, index) }),
    );
  }

  /** @returns the address the web server listens on. */
  async start(): Promise<string> {
    const [ready] = await Promise.all([this.api, ...this.workers].map((process) => process.start()));
    return (ready as { listening: string }).listening;
  }

  /** Workers first, so that nothing they are about to finish is lost; then the web server. */
  async stop(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.stop(WORKER_PATIENCE_MS)));
    await this.api.stop(API_PATIENCE_MS);
  }
}

/** Workers take the shards in turn. */
const shardOf = ({ MATCH_SHARDS }: Env, worker: number): NodeJS.ProcessEnv =>
  MATCH_SHARDS === 1 ? {} : { MATCH_SHARD: String(worker % MATCH_SHARDS) };

/** A process gets the logins it works with and no other: the owner's stays with us. */
const NO_LOGINS = {
  DATABASE_URL: undefined,
  DATABASE_OWNER_URL: undefined,
  DATABASE_WORKER_URL: undefined,
  DATABASE_QUEUE_URL: undefined,
  DATABASE_BACKUP_URL: undefined,
};

const apiLogins = (env: Env) => ({
  DATABASE_URL: env.DATABASE_URL,
  DATABASE_QUEUE_URL: env.DATABASE_QUEUE_URL,
});

/** The web server's too: what a worker does in a person's name, it does under that login. */
const workerLogins = (env: Env) => ({
  DATABASE_URL: env.DATABASE_URL,
  DATABASE_WORKER_URL: env.DATABASE_WORKER_URL,
  DATABASE_QUEUE_URL: env.DATABASE_QUEUE_URL,
  DATABASE_BACKUP_URL: env.DATABASE_BACKUP_URL,
});
