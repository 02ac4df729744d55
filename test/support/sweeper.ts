import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/**
 * Waits until its input closes, which the kernel sees to when Jest is killed, then stops the run's PostgreSQL and
 * removes its folder: no test run leaves a server behind.
 */
const SWEEP = `
  read -r _
  note="$0/postgres/data/postmaster.pid"
  if [ -f "$note" ] && kill -INT "$(head -n 1 "$note")"; then
    tries=0
    while [ -f "$note" ] && [ $tries -lt 500 ]; do sleep 0.02; tries=$((tries + 1)); done
  fi
  rm -rf "$0"`;

let sweeper: ChildProcess | undefined;

export function startSweeper(dataDir: string): void {
  sweeper = spawn('sh', ['-c', SWEEP, dataDir], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
}

export async function finishSweeper(): Promise<void> {
  if (!sweeper) return;
  const swept = once(sweeper, 'exit');
  sweeper.stdin?.end();
  await swept;
}
