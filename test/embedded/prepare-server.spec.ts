import { Client } from 'pg';
import { readEnv } from '../../src/platform/config/env';
import { appRoles } from '../../src/platform/roles/app-roles';
import { databaseUrls } from '../../src/platform/roles/database-urls';
import { prepareServer, UnsuitableServer } from '../../src/platform/roles/prepare-server';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

describe("an operator's own server", () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(() => database.drop());

  async function answer(url: string, sql: string): Promise<unknown> {
    const client = new Client({ connectionString: url });
    await client.connect();
    const { rows } = await client.query<Record<string, unknown>>(sql).finally(() => client.end());
    return Object.values(rows[0] ?? {})[0];
  }

  it('serves all five roles with one login, and the operator is warned', async () => {
    const env = readEnv({ DATABASE_URL: database.superuserUrl });
    const warnings = await prepareServer(env);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toMatch(/^DATABASE_URL also serves for app_owner, app_worker, app_queue, app_backup/);
    expect(warnings[0]).toContain('It is an administrator');
    const urls = databaseUrls(env);
    const acting = await Promise.all(
      Object.values<string>({ ...urls }).map((url) => answer(url, 'SELECT current_user')),
    );
    expect(acting).toEqual([...appRoles]);
    expect(await answer(urls.queueUrl, 'SHOW search_path')).toBe('queue');
  });

  it('is taken without a word when each role has its login', async () => {
    const env = readEnv(database.settings);
    expect(await prepareServer(env)).toEqual([]);
    expect(databaseUrls(env)).toMatchObject({ apiUrl: database.apiUrl, workerUrl: database.workerUrl });
  });

  it('needs no login for the backup beside the owner’s', async () => {
    const { DATABASE_BACKUP_URL: _none, ...settings } = database.settings;
    expect(await prepareServer(readEnv(settings))).toEqual([]);
  });

  it('is refused with what to do when the login may not prepare it', async () => {
    const login = `powerless_${Date.now()}`;
    const url = new URL(database.superuserUrl);
    [url.username, url.password] = [login, 'secret'];
    await answer(database.superuserUrl, `CREATE ROLE ${login} LOGIN PASSWORD 'secret'`);
    await answer(database.superuserUrl, `GRANT CONNECT ON DATABASE ${url.pathname.slice(1)} TO ${login}`);
    const refusal = prepareServer(readEnv({ DATABASE_URL: url.href }));
    await expect(refusal).rejects.toThrow(UnsuitableServer);
    await expect(refusal).rejects.toThrow(/docker\/init-roles\.sql/);
    await answer(database.superuserUrl, `DROP OWNED BY ${login}`);
    await answer(database.superuserUrl, `DROP ROLE ${login}`);
  });
});
