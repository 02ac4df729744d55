import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { fill } from '../../src/app/fill';
import { readEnv } from '../../src/platform/config/env';
import { log } from '../../src/platform/logging/log';
import { SampleRemoverRepository } from '../../src/sample/sample-remover.repository';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

let database: TestDatabase;
let superuser: Client;

beforeAll(async () => {
  log.level = 'silent';
  database = await createTestDatabase();
  superuser = new Client({ connectionString: database.superuserUrl });
  await superuser.connect();
}, 60_000);
afterAll(async () => {
  await superuser.end();
  await database.drop();
});

const counts = async (): Promise<Record<string, number>> => {
  const tables = await superuser.query<{ name: string }>(
    `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1`,
  );
  const found: Record<string, number> = {};
  for (const { name } of tables.rows) {
    const { rows } = await superuser.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${name}`);
    if (rows[0] && rows[0].n > 0) found[name] = rows[0].n;
  }
  return found;
};

/** What an installation keeps when the sample goes: parks, the model, the log of what was done, and plain counters. */
const KEPT = ['audit_entries', 'match_models', 'match_runs', 'migrations', 'outbox', 'parks', 'record_codes'];

it('fills an empty database once and takes every row of it out again, real rows excepted', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'sample-'));
  const env = readEnv({ ...database.settings, DATA_DIR: folder });
  const first = await fill(env, true);
  expect(first).toMatchObject({ fresh: true });
  expect(await counts()).toMatchObject({ needs: 60, projects: 120, talents: 200, persons: 200, users: 7 });
  expect(await fill(env, true)).toEqual({ ...first, fresh: false });

  // A real need that a sample account entered for a sample enterprise.
  await superuser.query(`
    INSERT INTO needs SELECT (jsonb_populate_record(n, '{"id": "01890000-0000-7000-8000-000000000001",
      "code": "需-2022-9999", "sample_set": null, "source": null, "source_ref": null}')).* FROM needs n LIMIT 1;
    UPDATE needs SET owner_user_id = (SELECT id FROM users WHERE role = 'officer') WHERE code = '需-2022-9999'`);

  // A real signing that one sample account checked and another confirmed.
  await superuser.query(`
    INSERT INTO signings (id, code, kind, title, park_id, source, state, checked_by, checked_at, confirmed_by, confirmed_at)
    SELECT '01890000-0000-7000-8000-000000000002', '签-2022-9999', 'enterprise', '引入重点企业', (SELECT id FROM parks LIMIT 1),
      'self-reported', 'confirmed', lead.id, now(), manager.id, now()
    FROM users lead, users manager WHERE lead.role = 'park-lead' AND manager.role = 'manager'`);

  const owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  const removed = await new SampleRemoverRepository(owner).remove();
  await owner.end();
  expect(removed).toMatchObject({ needs: 60, projects: 120, talents: 200, persons: 200 });
  const left = await counts();
  const mine = ['needs', 'signings', 'user_parks', 'users'];
  expect(Object.keys(left).filter((name) => !KEPT.includes(name))).toEqual(mine);
  const { rows: witnesses } = await superuser.query(
    'SELECT role, disabled_at IS NOT NULL AS closed FROM users WHERE sample_set IS NULL ORDER BY role',
  );
  expect(witnesses).toEqual([
    { role: 'manager', closed: true },
    { role: 'park-lead', closed: true },
  ]);
  const { rows } = await superuser.query('SELECT organisation_id, owner_user_id FROM needs');
  expect(rows).toEqual([{ organisation_id: null, owner_user_id: null }]);
}, 60_000);
