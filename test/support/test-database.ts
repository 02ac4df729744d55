import { randomUUID } from 'node:crypto';
import { Redis } from 'ioredis';
import { settingsOf } from '../../src/platform/roles/database-urls';
import { enterTestServer, type ServerUrls, type TestServer } from './test-server';
import { ensureTemplate, openAccess } from './test-template';

/** A database with the connection strings of every role; `superuserUrl` is for looking where no role may look. */
export interface TestDatabase extends ServerUrls {
  /** The settings that point the product at this database, for `readEnv`. */
  settings: Record<string, string>;
  /** Removes the database, cutting connections that are left. */
  drop(): Promise<void>;
}

/**
 * A database of its own with the whole schema and no row; call it once per test file and `drop()` it at the end. In a file
 * named `*.servers.spec.ts` it is on PostgreSQL 16 and Redis as well.
 */
export async function createTestDatabase(): Promise<TestDatabase> {
  const server = await enterTestServer();
  return createFrom(server, await ensureTemplate(server));
}

/** A database of its own with the roles' access but no table, as a new installation finds it. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  const server = await enterTestServer();
  return createFrom(server, 'template0');
}

async function createFrom(server: TestServer, template: string): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await server.administrator.query(`CREATE DATABASE ${name} TEMPLATE ${template} OWNER app_owner`);
  const urls = server.urlsOf(name);
  await openAccess(urls.superuserUrl);
  return {
    ...urls,
    settings: { ...settingsOf(urls), ...(await emptyRedis()) },
    drop: async () => {
      await server.administrator.query(`DROP DATABASE ${name} WITH (FORCE)`);
      await server.leave();
    },
  };
}

/** With REDIS_URL, a numbered database of that server for each of Jest's processes, emptied. */
async function emptyRedis(): Promise<{ REDIS_URL?: string }> {
  const { REDIS_URL, JEST_WORKER_ID = '1' } = process.env;
  if (!REDIS_URL) return {};
  const url = new URL(REDIS_URL);
  url.pathname = `/${JEST_WORKER_ID}`;
  const redis = new Redis(url.href);
  await redis.flushdb().finally(() => redis.disconnect());
  return { REDIS_URL: url.href };
}
