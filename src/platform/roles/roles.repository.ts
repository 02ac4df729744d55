import type { Client } from 'pg';
import { type AppRole, appRoles } from './app-roles';

const attributes: Partial<Record<AppRole, string>> = { app_backup: 'BYPASSRLS' };

/** One starter at a time creates roles; the number is arbitrary and only has to stay the same. */
const ROLES_LOCK = 720_221_102;

/**
 * Creates the roles that are missing: as logins where `passwords` are given, otherwise as roles to be taken on by
 * another login. Harmless to repeat. Needs a superuser, or CREATEROLE (then `app_backup` comes without BYPASSRLS).
 * @returns the roles created.
 */
export async function ensureRoles(
  client: Client,
  passwords?: Readonly<Record<AppRole, string>>,
): Promise<AppRole[]> {
  await client.query('SELECT pg_advisory_lock($1)', [ROLES_LOCK]);
  try {
    const missing = await findMissing(client);
    for (const role of missing) {
      const login = passwords ? `LOGIN PASSWORD ${client.escapeLiteral(passwords[role])}` : 'NOLOGIN';
      await client.query(
        `CREATE ROLE ${role} ${login} ${(await isSuperuser(client)) ? (attributes[role] ?? '') : ''}`,
      );
    }
    if (missing.includes('app_queue')) await client.query('ALTER ROLE app_queue SET search_path = queue');
    return missing;
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [ROLES_LOCK]);
  }
}

async function findMissing(client: Client): Promise<AppRole[]> {
  const { rows } = await client.query<{ rolname: string }>(
    'SELECT rolname FROM pg_roles WHERE rolname = ANY ($1)',
    [appRoles],
  );
  const present = new Set(rows.map((row) => row.rolname));
  return appRoles.filter((role) => !present.has(role));
}

export async function isSuperuser(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ yes: boolean }>(
    'SELECT rolsuper AS yes FROM pg_roles WHERE rolname = current_user',
  );
  return rows[0]?.yes ?? false;
}

/** True when the role of this connection passes by row-level security: the product must not run like that. */
export async function bypassesRowSecurity(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ yes: boolean }>(
    'SELECT rolsuper OR rolbypassrls AS yes FROM pg_roles WHERE rolname = current_user',
  );
  return rows[0]?.yes ?? true;
}

/** Creates the product's database, owned by `app_owner`, unless it is there. Needs a superuser. */
export async function ensureDatabase(client: Client, name: string): Promise<void> {
  await client.query('SELECT pg_advisory_lock($1)', [ROLES_LOCK]);
  try {
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [name]);
    const quoted = client.escapeIdentifier(name);
    if (rowCount) return;
    await client.query(`CREATE DATABASE ${quoted} OWNER app_owner`);
    await client.query(`REVOKE ALL ON DATABASE ${quoted} FROM PUBLIC`);
  } finally {
    await client.query('SELECT pg_advisory_unlock($1)', [ROLES_LOCK]);
  }
}

/** Opens the connected database to the roles and gives the queue its schema. Harmless to repeat. */
export async function ensureAccess(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string; ready: boolean }>(`
    SELECT current_database() AS name,
      has_database_privilege('app_owner', current_database(), 'CREATE')
        AND has_database_privilege('app_queue', current_database(), 'CREATE')
        AND has_schema_privilege('app_owner', 'public', 'CREATE')
        AND EXISTS (SELECT FROM pg_namespace WHERE nspname = 'queue') AS ready`);
  const [database] = rows;
  if (!database || database.ready) return;
  const name = client.escapeIdentifier(database.name);
  await client.query(`
    GRANT CONNECT, TEMPORARY ON DATABASE ${name} TO ${appRoles.join(', ')};
    GRANT CREATE ON DATABASE ${name} TO app_owner, app_queue;
    GRANT USAGE, CREATE ON SCHEMA public TO app_owner;
    CREATE SCHEMA IF NOT EXISTS queue AUTHORIZATION app_queue`);
}

/** Lets `login` take on `role`; a login of that name already is it. */
export async function ensureMember(client: Client, login: string, role: AppRole): Promise<void> {
  if (login === role) return;
  const { rows } = await client.query<{ yes: boolean }>(`SELECT pg_has_role($1, $2, 'SET') AS yes`, [
    login,
    role,
  ]);
  if (rows[0]?.yes) return;
  await client.query(`GRANT ${role} TO ${client.escapeIdentifier(login)}`);
}
