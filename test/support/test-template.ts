import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { migrate } from '../../src/platform/database/migrate';
import { ensureAccess } from '../../src/platform/roles/roles.repository';
import type { TestServer } from './test-server';

const MIGRATIONS = join(__dirname, '../../src/platform/database/migrations');

/** Test files of several processes ask at once; one builds, the others wait. */
const TEMPLATE_LOCK = 720_221_199;

/** The name of a database that has every migration of this source tree, built by whoever asks first. */
export async function ensureTemplate(server: TestServer): Promise<string> {
  const name = `template_${migrationsHash()}`;
  const { administrator } = server;
  await administrator.query('SELECT pg_advisory_lock($1)', [TEMPLATE_LOCK]);
  try {
    const { rowCount } = await administrator.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    if (!rowCount) await build(server, name);
    return name;
  } finally {
    await administrator.query('SELECT pg_advisory_unlock($1)', [TEMPLATE_LOCK]);
  }
}

async function build(server: TestServer, name: string): Promise<void> {
  const draft = `${name}_draft`;
  await server.administrator.query(`DROP DATABASE IF EXISTS ${draft} WITH (FORCE)`);
  await server.administrator.query(`CREATE DATABASE ${draft} OWNER app_owner`);
  const { superuserUrl, ownerUrl } = server.urlsOf(draft);
  await openAccess(superuserUrl);
  await migrate(ownerUrl);
  await server.administrator.query(`ALTER DATABASE ${draft} RENAME TO ${name}`);
}

/** Grants on a database itself are not copied from its template. */
export async function openAccess(superuserUrl: string): Promise<void> {
  const client = new Client({ connectionString: superuserUrl });
  await client.connect();
  await ensureAccess(client).finally(() => client.end());
}

function migrationsHash(): string {
  const hash = createHash('sha256');
  for (const file of readdirSync(MIGRATIONS).sort())
    hash.update(file).update(readFileSync(join(MIGRATIONS, file)));
  return hash.digest('hex').slice(0, 16);
}
