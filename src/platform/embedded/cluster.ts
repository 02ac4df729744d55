import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readdirSync } from 'node:fs';
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type AppRole, appRoles } from '../roles/app-roles';
import type { Binaries } from './binaries';
import { CannotStartPostgres } from './cannot-start';
import type { Identity } from './identity';

export type Passwords = Record<AppRole | 'postgres', string>;

/** Where the embedded database of a data folder keeps its things. */
export interface Cluster {
  /** PostgreSQL's own folder. */
  data: string;
  /** Passwords of the logins, readable by this user only (0600). */
  passwords: string;
  log: string;
}

const clusterIn = (folder: string): Cluster => ({
  data: join(folder, 'data'),
  passwords: join(folder, 'passwords.json'),
  log: join(folder, 'server.log'),
});

export const clusterOf = (dataDir: string): Cluster => clusterIn(join(dataDir, 'postgres'));

/**
 * How PostgreSQL is told its folder: as the folder it is started in when it runs as another user, who may not be
 * able to walk there by path (a project below /root).
 */
export const pathFor = (folder: string, identity?: Identity): string =>
  identity && process.platform === 'linux' ? '/proc/self/cwd' : folder;

/** PostgreSQL gets no variable of ours: PGPORT, LANG and the like would change what it does. */
export const cleanEnvironment = { LC_ALL: 'C', TZ: 'UTC' };

/**
 * Creates the database's folder unless it is there. It appears whole or not at all: a process killed on the way, or
 * two at once, leave one good folder.
 * @param durable false skips flushing to disk, for tests.
 */
export function ensureCluster(
  dataDir: string,
  binaries: Binaries,
  identity?: Identity,
  durable = true,
): Cluster {
  const final = join(dataDir, 'postgres');
  if (existsSync(final)) return requireSameMajor(clusterIn(final), binaries);
  mkdirSync(dataDir, { recursive: true });
  const draft = mkdtempSync(`${final}.new-`);
  try {
    initialise(clusterIn(draft), binaries, identity, durable);
    renameSync(draft, final);
  } catch (error) {
    if (!existsSync(final)) throw error;
  } finally {
    if (existsSync(final)) sweepDrafts(dataDir);
  }
  return clusterIn(final);
}

export function readPasswords(cluster: Cluster): Passwords {
  try {
    return JSON.parse(readFileSync(cluster.passwords, 'utf8')) as Passwords;
  } catch (cause) {
    throw new CannotStartPostgres(
      `The passwords of the embedded database cannot be read from ${cluster.passwords}. ` +
        'Start as the user who created the data folder, or restore the file from a copy of the folder.',
      { cause },
    );
  }
}

function initialise(
  cluster: Cluster,
  binaries: Binaries,
  identity: Identity | undefined,
  durable: boolean,
): void {
  const passwords = Object.fromEntries(
    ['postgres' as const, ...appRoles].map((role) => [role, randomBytes(24).toString('base64url')]),
  ) as Passwords;
  writeFileSync(cluster.passwords, JSON.stringify(passwords, null, 2), { mode: 0o600 });
  mkdirSync(cluster.data, { mode: 0o700 });
  if (identity) chownSync(cluster.data, identity.uid, identity.gid);
  const done = withPasswordFile(cluster, passwords.postgres, identity, (passwordFile) =>
    spawnSync(
      binaries.initdb,
      [
        ...['-D', pathFor(cluster.data, identity), '-U', 'postgres', '--encoding=UTF8', '--locale=C'],
        ...[
          '--auth=scram-sha-256',
          '--pwfile=/dev/stdin',
          '--no-instructions',
          ...(durable ? [] : ['--no-sync']),
        ],
      ],
      {
        ...identity,
        cwd: cluster.data,
        env: cleanEnvironment,
        stdio: [passwordFile, 'pipe', 'pipe'],
        encoding: 'utf8',
      },
    ),
  );
  if (done.status !== 0) {
    throw new CannotStartPostgres(
      `The embedded database could not be created in ${cluster.data}: ${done.error?.message ?? done.stderr.trim()}`,
    );
  }
}

/** initdb reads the administrator's password from an open file, for its user may not be able to walk to it by path. */
function withPasswordFile<T>(
  cluster: Cluster,
  password: string,
  identity: Identity | undefined,
  use: (file: number) => T,
): T {
  const path = `${cluster.passwords}.tmp`;
  writeFileSync(path, `${password}\n`, { mode: 0o600 });
  if (identity) chownSync(path, identity.uid, identity.gid);
  const file = openSync(path, 'r');
  try {
    return use(file);
  } finally {
    closeSync(file);
    rmSync(path);
  }
}

function requireSameMajor(cluster: Cluster, binaries: Binaries): Cluster {
  const major = readFileSync(join(cluster.data, 'PG_VERSION'), 'utf8').trim();
  if (major === String(binaries.major)) return cluster;
  throw new CannotStartPostgres(
    `The data folder ${cluster.data} was written by PostgreSQL ${major}, and this release brings PostgreSQL ` +
      `${binaries.major}, which cannot read it. Start the release that brings PostgreSQL ${major}, dump its database with ` +
      `pg_dump ${major} or later, and load the dump into a new data folder (docs/operations.md).`,
  );
}

function sweepDrafts(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    // Another process may still be writing its draft; it gives up as soon as it notices that it lost.
    if (name.startsWith('postgres.new-'))
      rmSync(join(dataDir, name), { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
  }
}
