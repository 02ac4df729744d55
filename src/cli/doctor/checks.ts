import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { findBackups } from '../../app/backup/backup-files';
import { SYSTEM } from '../../common/actor';
import { AuditChain } from '../../identity/audit/audit-chain';
import { JobService } from '../../operations/jobs/job.service';
import { findKeyRing } from '../../platform/crypto/find-key-ring';
import { DataKeyRepository } from '../../platform/crypto/data-key.repository';
import { Database } from '../../platform/database/database';
import { requireNoEviction } from '../../queues/queue-backend';
import type { Product } from '../product';
import { serverFacts } from './server.repository';

/** What a check found: undefined when all is well, else a sentence that says what to do. */
export type Check = (product: Product) => Promise<string | undefined>;

const LEAST_POSTGRES = 160_000;
const MOST_CLOCK_MS = 5_000;
const LEAST_DISK_BYTES = 2 ** 30;
const MOST_WAIT_SECONDS = 300;
const MOST_BACKUP_HOURS = 36;
const HOUR_MS = 3_600_000;

const server = ({ app }: Product) => app.get(Database).as(SYSTEM, serverFacts);

/** In the order in which one would mend them. That the schema is current and the login bound by row-level security, opening the product has shown. */
export const CHECKS: Record<string, Check> = {
  database: async (product) => {
    const { version } = await server(product);
    return version < LEAST_POSTGRES
      ? `PostgreSQL ${Math.floor(version / 10_000)} runs; 16 or later is needed.`
      : undefined;
  },
  logins: ({ env }) =>
    Promise.resolve(
      env.DATABASE_OWNER_URL === env.DATABASE_URL
        ? 'One login does everything; give the schema’s owner one of its own in DATABASE_OWNER_URL.'
        : undefined,
    ),
  clock: async (product) => {
    const { now } = await server(product);
    const apart = Math.abs(now.getTime() - Date.now());
    return apart > MOST_CLOCK_MS
      ? `The database’s clock is ${Math.round(apart / 1000)} s apart from this machine’s; set both by NTP.`
      : undefined;
  },
  keys: async ({ app, env }) => {
    const keys = new Set(findKeyRing(env)?.names());
    const used = await app.get(Database).as(SYSTEM, (tx) => app.get(DataKeyRepository).masterKeysInUse(tx));
    const missing = used.filter((name) => !keys.has(name));
    return missing.length > 0
      ? `Data was encrypted with a master key that is not here (${missing.join(', ')}); add it to MASTER_KEY.`
      : undefined;
  },
  redis: async ({ env }) =>
    env.REDIS_URL === undefined
      ? undefined
      : requireNoEviction(env.REDIS_URL).then(
          () => undefined,
          (error: Error) => error.message,
        ),
  disk: async ({ env }) => {
    if (!existsSync(env.DATA_DIR)) return undefined;
    const { bavail, bsize } = await statfs(env.DATA_DIR);
    const free = bavail * bsize;
    return free < LEAST_DISK_BYTES
      ? `Only ${Math.round(free / 2 ** 20)} MB are free where DATA_DIR lies; make room.`
      : undefined;
  },
  jobs: async ({ app }) => {
    const { quarantined, oldestSeconds } = await app.get(JobService).summary(SYSTEM);
    if (quarantined > 0)
      return `${quarantined} jobs were set aside; look with "outbox list", then "outbox retry".`;
    return oldestSeconds > MOST_WAIT_SECONDS
      ? `A job has been due for ${Math.round(oldestSeconds)} s; is a worker running?`
      : undefined;
  },
  audit: async ({ app }) => {
    const verdict = await app.get(AuditChain).verify();
    return verdict.sound
      ? undefined
      : `The audit log does not hold at position ${verdict.position}; somebody changed it.`;
  },
  backup: ({ env }) => {
    const last = findBackups(env.DATA_DIR).at(-1)?.takenAt;
    const isOld = last !== undefined && Date.now() - last.getTime() > MOST_BACKUP_HOURS * HOUR_MS;
    return Promise.resolve(
      isOld ? `The last backup is of ${last.toISOString()}; take one with "backup".` : undefined,
    );
  },
};
