import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { z } from 'zod';
import { SIGN_INS_FILE, type SampleSignIns } from './sample-sign-ins';
import type { Env } from '../platform/config/env.schema';
import { databaseUrls } from '../platform/roles/database-urls';

const signInsFile = z.array(
  z.strictObject({ login: z.string(), password: z.string(), role: z.string(), serves: z.string() }),
);

/**
 * Puts into a migrated database what the product cannot do without, and the sample when `withSample` and the database is
 * empty. One process does it while others wait; a filled database costs one query.
 */
export async function fill(env: Env, withSample: boolean): Promise<SampleSignIns | undefined> {
  const file = join(env.DATA_DIR, SIGN_INS_FILE);
  const guard = new Client({ connectionString: databaseUrls(env).apiUrl });
  await guard.connect();
  try {
    await guard.query(
      `SELECT pg_advisory_lock(hashtext('first-fill')), set_config('app.role', 'system', false)`,
    );
    const isNew = !(await isFilled(guard));
    // Only a new database needs all services; every later start is quicker without loading them here.
    const fresh = isNew
      ? await (await import('./fill-database.js')).fillDatabase(env, withSample)
      : undefined;
    if (fresh !== undefined) writeFileSync(file, JSON.stringify(fresh, null, 2), { mode: 0o600 });
    if (!existsSync(file)) return undefined;
    const signIns = signInsFile.parse(JSON.parse(readFileSync(file, 'utf8')));
    return { file, fresh: fresh !== undefined, signIns };
  } finally {
    await guard.end();
  }
}

async function isFilled(client: Client): Promise<boolean> {
  const { rows } = await client.query<{ filled: boolean }>(
    'SELECT EXISTS (SELECT FROM match_models) AS filled',
  );
  return rows[0]?.filled ?? false;
}
