import { Client } from 'pg';
import type { Env } from '../config/env.schema';
import { type AppRole, appRoles } from './app-roles';
import { loginUrl } from './database-urls';
import { bypassesRowSecurity, ensureAccess, ensureMember, ensureRoles } from './roles.repository';

/** The operator's PostgreSQL cannot carry the product; the message says what to change. */
export class UnsuitableServer extends Error {
  override readonly name = 'UnsuitableServer';
}

/**
 * Makes the operator's own server ready for `databaseUrls(env)`: roles, access, and who may take which role on.
 * @returns sentences the operator should read.
 * @throws UnsuitableServer when the server is older than PostgreSQL 16 or the owner login may not do this.
 */
export async function prepareServer(env: Env): Promise<string[]> {
  const client = new Client({ connectionString: loginUrl(env, 'app_owner'), connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    await requireVersion(client);
    await ensureRoles(client);
    for (const role of rolesInUse(env)) await ensureMember(client, userOf(loginUrl(env, role)), role);
    await ensureAccess(client);
    return await warnings(client, env);
  } catch (cause) {
    if ((cause as { code?: string }).code !== '42501') throw cause;
    throw new UnsuitableServer(
      'The login of DATABASE_OWNER_URL (or DATABASE_URL) may not create the roles of the product. ' +
        'Run docker/init-roles.sql as an administrator once, or use a login with CREATEROLE that owns the database.',
      { cause },
    );
  } finally {
    await client.end();
  }
}

/** The schema's owner is no backup login and cannot be made one by itself: then nothing works as `app_backup`. */
const rolesInUse = (env: Env): AppRole[] =>
  appRoles.filter((role) => role !== 'app_backup' || userOf(loginUrl(env, role)) !== 'app_owner');

const userOf = (url: string): string => decodeURIComponent(new URL(url).username);

async function requireVersion(client: Client): Promise<void> {
  const { rows } = await client.query<{ major: number }>(
    `SELECT current_setting('server_version_num')::int / 10000 AS major`,
  );
  const major = rows[0]?.major ?? 0;
  if (major < 16)
    throw new UnsuitableServer(`PostgreSQL 16 or later is needed; this server is PostgreSQL ${major}.`);
}

async function warnings(client: Client, env: Env): Promise<string[]> {
  const sharing = rolesInUse(env).filter(
    (role: AppRole) => role !== 'app_api' && loginUrl(env, role) === env.DATABASE_URL,
  );
  if (sharing.length === 0) return [];
  const powerful = (await bypassesRowSecurity(client))
    ? ' It is an administrator, which makes this worse.'
    : '';
  return [
    `DATABASE_URL also serves for ${sharing.join(', ')}: one stolen password opens all.${powerful} ` +
      'Give each its own login with DATABASE_OWNER_URL, DATABASE_WORKER_URL and DATABASE_QUEUE_URL.',
  ];
}
