import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { type Cluster, cleanEnvironment, pathFor } from './cluster';
import type { Binaries } from './binaries';
import type { Identity } from './identity';

/** What PostgreSQL itself notes about its running server in `postmaster.pid`. */
export interface Postmaster {
  pid: number;
  port: number;
  ready: boolean;
}

const POLL_MS = 15;
const LOG_BYTES_KEPT = 10_000_000;

const noteOf = (cluster: Cluster): string => join(cluster.data, 'postmaster.pid');

/** The running server of the folder; undefined when there is none, also when a killed one left its note behind. */
export function findPostmaster(cluster: Cluster): Postmaster | undefined {
  const lines = readIfThere(noteOf(cluster))?.split('\n');
  const pid = Number(lines?.[0]);
  if (!lines || !isPostgres(pid)) return undefined;
  return { pid, port: Number(lines[3]), ready: lines[7]?.trim() === 'ready' };
}

/** The port of a server that was killed: whoever starts it again keeps the address that others still hold. */
export function leftOverPort(cluster: Cluster): number | undefined {
  return Number(readIfThere(noteOf(cluster))?.split('\n')[3]) || undefined;
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  return /^\d+ \(postgres\) [^ZX]/.test(readIfThere(`/proc/${pid}/stat`) ?? '');
}

function isAlive(pid: number): boolean {
  try {
    return pid > 0 && process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/**
 * The number in a left-over note may by now be that of any program, as with every restart of a container;
 * PostgreSQL would then refuse to start.
 */
function removeMisleadingNote(cluster: Cluster): void {
  const pid = Number(readIfThere(noteOf(cluster))?.split('\n')[0]);
  if (isAlive(pid) && !isPostgres(pid)) rmSync(noteOf(cluster), { force: true });
}

export interface StartOptions {
  port: number;
  settings: Readonly<Record<string, string>>;
  identity?: Identity;
}

/**
 * Starts a server that outlives this process, and waits until it takes connections.
 * @returns undefined when it is ready, else what it said before it gave up.
 */
export async function startPostmaster(
  cluster: Cluster,
  binaries: Binaries,
  { port, settings, identity }: StartOptions,
): Promise<string | undefined> {
  removeMisleadingNote(cluster);
  const log = openLog(cluster);
  const server = spawn(
    binaries.postgres,
    ['-D', pathFor(cluster.data, identity), ...options({ ...settings, port: String(port) })],
    {
      ...identity,
      cwd: cluster.data,
      env: cleanEnvironment,
      detached: true,
      stdio: ['ignore', log.file, log.file],
    },
  );
  closeSync(log.file);
  const failed = new Promise<Error | undefined>((resolve) => {
    server.once('error', resolve).once('exit', () => resolve(undefined));
  });
  let over = false;
  void failed.then(() => (over = true));
  while (!over) {
    const running = findPostmaster(cluster);
    if (running?.pid === server.pid && running?.ready) {
      server.unref();
      return undefined;
    }
    await Promise.race([failed, delay(POLL_MS)]);
  }
  return (await failed)?.message ?? readFileSync(cluster.log).subarray(log.start).toString().trim();
}

const options = (settings: Readonly<Record<string, string>>): string[] =>
  Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

function openLog(cluster: Cluster): { file: number; start: number } {
  const size = statSync(cluster.log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_BYTES_KEPT) truncateSync(cluster.log);
  return { file: openSync(cluster.log, 'a', 0o600), start: size > LOG_BYTES_KEPT ? 0 : size };
}

/** Ends the server: sessions are cut and everything is written. After `patienceMs` it is ended without the writing. */
export async function stopPostmaster(cluster: Cluster, patienceMs = 10_000): Promise<void> {
  const running = findPostmaster(cluster);
  if (!running) return;
  const gone = () => findPostmaster(cluster)?.pid !== running.pid;
  process.kill(running.pid, 'SIGINT');
  if (await becomesTrue(gone, patienceMs)) return;
  process.kill(running.pid, 'SIGQUIT');
  await becomesTrue(gone, patienceMs);
}

async function becomesTrue(condition: () => boolean, patienceMs: number): Promise<boolean> {
  const deadline = Date.now() + patienceMs;
  while (!condition()) {
    if (Date.now() > deadline) return false;
    await delay(POLL_MS);
  }
  return true;
}
