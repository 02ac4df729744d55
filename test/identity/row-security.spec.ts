import { DataSource } from 'typeorm';
import { RowSecurityCheck } from '../../src/platform/database/database.module';
import { type TestDatabase, createTestDatabase } from '../support/test-database';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

async function withConnection<T>(url: string, work: (source: DataSource) => Promise<T>): Promise<T> {
  const source = await new DataSource({ type: 'postgres', url }).initialize();
  try {
    return await work(source);
  } finally {
    await source.destroy();
  }
}

const TABLES = [
  'users',
  'user_parks',
  'user_activities',
  'credentials',
  'sessions',
  'sign_in_throttles',
  'api_keys',
  'data_keys',
  'consents',
  'audit_entries',
  'audit_links',
  'idempotency_keys',
];

/** One row in each table, put there by an administrator whom no policy binds. */
const FILL = `
  SET session_replication_role = replica; -- the parks and activities need not exist
  INSERT INTO users (id, login, name, role) VALUES ('00000000-0000-7000-8000-000000000001', 'ruth', 'Ruth', 'manager');
  INSERT INTO user_parks SELECT id, gen_random_uuid() FROM users;
  INSERT INTO user_activities SELECT id, gen_random_uuid() FROM users;
  INSERT INTO credentials SELECT id, 'hash' FROM users;
  INSERT INTO sessions SELECT sha256('s'), id, now(), now(), now() FROM users;
  INSERT INTO sign_in_throttles VALUES (sha256('t'), 1, now(), now());
  INSERT INTO api_keys SELECT gen_random_uuid(), id, 'key', sha256('k'), '{*:read}', now(), now() FROM users;
  INSERT INTO data_keys SELECT gen_random_uuid(), 'wrapped';
  INSERT INTO consents (id, person_id, purpose, text_version, basis, given_at)
    SELECT gen_random_uuid(), gen_random_uuid(), 'matching', '1', 'signed', now();
  INSERT INTO audit_entries (id, at, actor_role, action, subject_kind)
    VALUES ('00000000-0000-7000-8000-000000000002', now(), 'system', 'x.done', 'x');
  INSERT INTO audit_links SELECT 1, id, sha256('l') FROM audit_entries;
  INSERT INTO idempotency_keys SELECT id, 'key', 'hash', 200, NULL, now() FROM users;`;

describe('row-level security', () => {
  beforeAll(() => withConnection(database.superuserUrl, (source) => source.query(FILL)));

  it('shows nothing to a connection that names no actor', async () => {
    const counts = await withConnection(database.apiUrl, (source) =>
      Promise.all(
        TABLES.map((table) => source.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${table}`)),
      ),
    );
    expect(counts.map(([row]) => row?.n)).toEqual(TABLES.map(() => 0));
  });

  it('shows the same rows to the administrator (the control)', async () => {
    const counts = await withConnection(database.superuserUrl, (source) =>
      Promise.all(
        TABLES.map((table) => source.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${table}`)),
      ),
    );
    expect(counts.map(([row]) => row?.n)).toEqual(TABLES.map(() => 1));
  });

  it.each([
    ['manager', 'credentials', 0],
    ['manager', 'sessions', 0],
    ['manager', 'users', 1],
    ['auditor', 'audit_entries', 1],
    ['officer', 'audit_entries', 0],
    ['officer', 'api_keys', 0],
    ['enterprise', 'users', 0],
    ['enterprise', 'consents', 0],
    ['system', 'credentials', 1],
  ])('shows %s of %s: %i', async (role, table, n) => {
    const rows = await withConnection(database.apiUrl, (source) =>
      source.transaction(async (tx) => {
        await tx.query(`SELECT set_config('app.role', $1, true)`, [role]);
        return tx.query<{ n: number }[]>(`SELECT count(*)::int AS n FROM ${table}`);
      }),
    );
    expect(rows).toEqual([{ n }]);
  });

  it('lets nobody change or remove an entry of the audit log', async () => {
    for (const statement of [
      'DELETE FROM audit_entries',
      `UPDATE audit_entries SET action = 'y.done'`,
      'TRUNCATE audit_links',
    ]) {
      await expect(withConnection(database.apiUrl, (source) => source.query(statement))).rejects.toThrow(
        /permission denied/,
      );
    }
  });

  it('lets nobody write in another’s name', async () => {
    const forge = withConnection(database.apiUrl, (source) =>
      source.transaction(async (tx) => {
        await tx.query(`SELECT set_config('app.role', 'officer', true)`);
        await tx.query(`INSERT INTO audit_entries (id, at, actor_role, actor_user_id, action, subject_kind)
          VALUES (gen_random_uuid(), now(), 'officer', gen_random_uuid(), 'x.done', 'x')`);
      }),
    );
    await expect(forge).rejects.toThrow(/row-level security/);
  });
});

describe('the check at start', () => {
  const start = (url: string) => withConnection(url, (source) => new RowSecurityCheck(source).onModuleInit());

  it('lets the product’s own logins pass', async () => {
    await expect(start(database.apiUrl)).resolves.toBeUndefined();
    await expect(start(database.workerUrl)).resolves.toBeUndefined();
  });

  it('refuses a superuser, and a role that bypasses row-level security', async () => {
    await expect(start(database.superuserUrl)).rejects.toThrow(/above row-level security/);
    await expect(start(database.backupUrl)).rejects.toThrow(/above row-level security/);
  });
});
