import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Client } from 'pg';
import {
  acquireEmbeddedPostgres,
  type EmbeddedPostgres,
} from '../../src/platform/embedded/embedded-postgres';
import { ENV } from '../../src/platform/config/settings.module';
import type { Env } from '../../src/platform/config/env.schema';
import { type PlanDays, startPlanDays } from '../plan/plan-days';
import { atLeast, exactly, judge } from './support/judge';

const COMMANDS = join(__dirname, '../../src/cli.ts');
const REGISTER = join(__dirname, '../support/register-typescript.cjs');
const PATIENCE_MS = 600_000;

interface Shown {
  totals: { counted: number };
  asOf: string;
}
interface Verdict {
  sound: boolean;
  head: unknown;
}
interface Archive {
  file: string;
  keys: string;
  rows: Record<string, number>;
}

let days: PlanDays;
let folder: string;
let real: EmbeddedPostgres;
const masterKey = () => days.server.app.get<Env>(ENV).MASTER_KEY ?? '';
const embedded = (name: string) => ({ DATA_DIR: join(folder, name), MASTER_KEY: masterKey(), SAMPLE: 'off' });
/** The run's own embedded server. */
const onSource = () => ({ ...days.server.database.settings, ...embedded('source') });
/** An empty database on a server of its own (PostgreSQL 16), with one login for all. */
const onServer = () => ({
  DATABASE_URL: real.superuserUrl,
  DATA_DIR: join(folder, 'beside'),
  MASTER_KEY: masterKey(),
  SAMPLE: 'off',
});

beforeAll(async () => {
  days = await startPlanDays();
  for (const activity of [2, 3, 2, 3, 3]) await days.confirmedProject(activity);
  folder = mkdtempSync(join(tmpdir(), 'zhichuang-restore-'));
  real = await acquireEmbeddedPostgres(join(folder, 'server'), { packageName: 'embedded-postgres-16' });
}, 120_000);
afterAll(async () => {
  await days.server.close();
  await real.release();
  rmSync(folder, { recursive: true, force: true });
});

/** What an operator's command prints, in a process of its own. */
async function command<T>(settings: Record<string, string>, ...args: string[]): Promise<T> {
  const { DATABASE_URL: _, REDIS_URL: __, ...environment } = process.env;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['--require', REGISTER, COMMANDS, ...args, '--json'],
    {
      env: { ...environment, ...settings },
      maxBuffer: 100_000_000,
    },
  );
  return JSON.parse(stdout) as T;
}

async function back(settings: Record<string, string>, name: string): Promise<Archive> {
  const [file, keys] = [join(folder, `${name}.tar.gz`), join(folder, `${name}.keys`)];
  await command(settings, 'backup', file, '--keys', keys);
  const { rows } = await command<{ rows: Record<string, number> }>(settings, 'restore', file, '--check');
  return { file, keys, rows };
}
const restore = (settings: Record<string, string>, { file, keys }: Archive) =>
  command<object>(settings, 'restore', file, ...(existsSync(keys) ? ['--keys', keys] : []));

const apart = (a: Record<string, number>, b: Record<string, number>): number =>
  Object.keys({ ...a, ...b }).filter((table) => a[table] !== b[table]).length;
/** The plan with every number and the signings behind it, without the moment of asking. */
const planOf = async (settings: Record<string, string>) => {
  const { asOf: _, ...shown } = await command<Shown>(settings, 'plan', 'show', 'sx-2022');
  return shown;
};

it(
  'brings everything back: from the embedded server to one’s own, and from there to an embedded one',
  async () => {
    const source = onSource();
    const plan = await planOf(source);
    const chain = await command<Verdict>(source, 'audit', 'verify');
    const first = await back(source, 'first');

    const away = { ...onServer() };
    await restore(away, first);
    const second = await back(away, 'second');
    const home = embedded('home');
    await restore(home, second);
    const third = await back(home, 'third');

    const targets = [
      ['embedded to own server', away, second],
      ['own server to embedded', home, third],
    ] as const;
    for (const [name, settings, archive] of targets) {
      const verdict = await command<Verdict>(settings, 'audit', 'verify');
      const shown = await planOf(settings);
      judge(`restore, ${name}`, {
        rows: atLeast(
          100,
          Object.values(archive.rows).reduce((sum, rows) => sum + rows, 0),
        ),
        tablesWithOtherCounts: exactly(0, apart(first.rows, archive.rows)),
        auditChainSound: exactly(1, Number(verdict.sound)),
        auditHeadSame: exactly(1, Number(JSON.stringify(verdict) === JSON.stringify(chain))),
        planCounted: atLeast(5, shown.totals.counted),
        planSame: exactly(1, Number(JSON.stringify(shown) === JSON.stringify(plan))),
      });
    }

    const administrator = new Client({ connectionString: real.superuserUrl });
    await administrator.connect();
    await administrator
      .query('DELETE FROM sessions WHERE ctid = (SELECT min(ctid) FROM sessions)')
      .finally(() => administrator.end());
    const spoilt = await back(away, 'spoilt');
    judge('control: a row taken away after the restore', {
      tablesWithOtherCounts: atLeast(1, apart(first.rows, spoilt.rows)),
    });
  },
  PATIENCE_MS,
);
