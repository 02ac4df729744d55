import { Client } from 'pg';
import { type AppRole, appRoles } from '../../src/platform/roles/app-roles';
import { actAs } from '../../src/platform/roles/database-urls';
import { bypassesRowSecurity } from '../../src/platform/roles/roles.repository';
import { createTestDatabase, type TestDatabase } from '../support/test-database';

async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
}

const urlOf = (database: TestDatabase, role: AppRole): string =>
  ({
    app_owner: database.ownerUrl,
    app_api: database.apiUrl,
    app_worker: database.workerUrl,
    app_queue: database.queueUrl,
    app_backup: database.backupUrl,
  })[role];

describe('database roles', () => {
  let database: TestDatabase;
  beforeAll(async () => (database = await createTestDatabase()));
  afterAll(() => database.drop());

  it.each(appRoles)('%s signs in, and only the backup passes by row-level security', async (role) => {
    await withClient(urlOf(database, role), async (client) => {
      const { rows } = await client.query('SELECT current_user AS me');
      expect(rows).toEqual([{ me: role }]);
      expect(await bypassesRowSecurity(client)).toBe(role === 'app_backup');
    });
  });

  it.each(['app_api', 'app_worker', 'app_backup'] as const)('%s cannot create tables', async (role) => {
    await withClient(urlOf(database, role), async (client) => {
      await expect(client.query('CREATE TABLE public.intruder ()')).rejects.toMatchObject({ code: '42501' });
      await expect(client.query('CREATE TABLE queue.intruder ()')).rejects.toMatchObject({ code: '42501' });
    });
  });

  it('the queue works in its own schema and sees nothing of the records', async () => {
    await withClient(database.queueUrl, async (client) => {
      await client.query('CREATE TABLE letter (id int)');
      const { rows } = await client.query(`SELECT 'queue.letter'::regclass::text AS name`);
      expect(rows).toEqual([{ name: 'letter' }]);
      await expect(client.query('SELECT FROM public.organisations')).rejects.toMatchObject({ code: '42501' });
    });
  });

  it('one login acts as any role it may take on', async () => {
    const url = actAs(database.superuserUrl, 'app_worker');
    await withClient(url, async (client) => {
      expect(await bypassesRowSecurity(client)).toBe(false);
      await expect(client.query('CREATE TABLE public.intruder ()')).rejects.toMatchObject({ code: '42501' });
    });
    expect(actAs(url, 'app_worker')).toBe(url);
    expect(actAs(database.workerUrl, 'app_worker')).toBe(database.workerUrl);
  });

  it('databases of two test files share no row', async () => {
    const other = await createTestDatabase();
    await withClient(other.ownerUrl, (client) => client.query('CREATE TABLE mine ()'));
    await withClient(database.ownerUrl, async (client) => {
      await expect(client.query('SELECT FROM mine')).rejects.toMatchObject({ code: '42P01' });
    });
    await other.drop();
  });
});
