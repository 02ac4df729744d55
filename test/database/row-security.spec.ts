import { Client } from 'pg';
import { type TestDatabase, createTestDatabase } from '../support/test-database';

let database: TestDatabase;
let client: Client;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.superuserUrl });
  await client.connect();
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** The one text column of a query's rows. */
const texts = async (sql: string): Promise<string[]> => {
  const { rows } = await client.query<{ text: string }>(sql);
  return rows.map(({ text }) => text);
};

/** Tables of the product; TypeORM's own list of migrations holds nobody's data. */
const OF_PRODUCT = `c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> 'migrations'`;
const LOGINS = ['app_api', 'app_worker', 'app_backup', 'app_queue'];

describe('in the catalogue of the database', () => {
  it('every table is under row-level security, its owner too', async () => {
    expect(await texts(`SELECT relname AS text FROM pg_class c WHERE ${OF_PRODUCT}`)).not.toHaveLength(0);
    const open = `SELECT relname AS text FROM pg_class c
      WHERE ${OF_PRODUCT} AND NOT (c.relrowsecurity AND c.relforcerowsecurity)`;
    expect(await texts(open)).toEqual([]);
  });

  it('every table that may be written has a policy for it, and each such policy checks the new row', async () => {
    const unchecked = `SELECT tablename || '.' || policyname AS text FROM pg_policies
      WHERE schemaname = 'public' AND cmd IN ('ALL', 'INSERT', 'UPDATE') AND with_check IS NULL`;
    expect(await texts(unchecked)).toEqual([]);
    const unread = `SELECT relname AS text FROM pg_class c WHERE ${OF_PRODUCT}
      AND NOT EXISTS (SELECT FROM pg_policy p WHERE p.polrelid = c.oid AND p.polcmd IN ('r', '*'))`;
    expect(await texts(unread)).toEqual([]);
  });

  it('every policy asks who acts, so that none opens a table to a connection without an actor', async () => {
    const blind = `SELECT tablename || '.' || policyname AS text FROM pg_policies WHERE schemaname = 'public'
      AND (coalesce(qual, 'app.') !~ '\\mapp\\.' AND qual !~* 'SELECT' OR coalesce(with_check, 'app.') !~ '\\mapp\\.' AND with_check !~* 'SELECT')`;
    expect(await texts(blind)).toEqual([]);
    const restrictive = `SELECT policyname AS text FROM pg_policies WHERE NOT 'public' = ANY (roles)`;
    expect(await texts(restrictive)).toEqual([]);
  });

  it('no view and no function steps around it', async () => {
    const views = `SELECT relname AS text FROM pg_class c WHERE c.relnamespace IN ('public'::regnamespace, 'app'::regnamespace)
      AND c.relkind IN ('v', 'm') AND NOT coalesce(c.reloptions, '{}') @> '{security_invoker=true}'`;
    expect(await texts(views)).toEqual([]);
    const definers = `SELECT proname || CASE WHEN array_to_string(proconfig, ' ') ~ 'search_path' THEN '' ELSE ' unpinned' END
        AS text FROM pg_proc WHERE prosecdef AND pronamespace IN ('public'::regnamespace, 'app'::regnamespace)`;
    // They erase and forget, for the person, a manager or the clock; say yes or no about an id, and not where it is; and tell who
    // of the staff handles a need.
    expect((await texts(definers)).sort()).toEqual([
      ...['erase_from_records', 'erase_merged_person', 'erase_person', 'forget_imports'],
      ...['has_profile_elsewhere', 'is_merged', 'staff_names'],
    ]);
    expect(
      await texts(`SELECT login AS text FROM unnest('{${LOGINS.join(',')}}'::text[]) login
      WHERE has_function_privilege(login, 'app.erase_from_records(uuid)', 'EXECUTE')`),
    ).toEqual([]);
  });

  it('the logins are ordinary ones that own no table and may do no more than read and write rows', async () => {
    const above = `SELECT rolname AS text FROM pg_roles WHERE rolname = ANY ('{${LOGINS.join(',')}}')
      AND (rolsuper OR rolcreaterole OR rolcreatedb OR (rolbypassrls AND rolname <> 'app_backup'))`;
    expect(await texts(above)).toEqual([]);
    const owning = `SELECT relname AS text FROM pg_class c WHERE ${OF_PRODUCT}
      AND pg_get_userbyid(c.relowner) <> 'app_owner'`;
    expect(await texts(owning)).toEqual([]);
    const grants = (where: string) =>
      texts(`SELECT grantee || ' ' || privilege_type || ' ' || table_name AS text
        FROM information_schema.role_table_grants WHERE table_schema = 'public' AND grantee <> 'app_owner' AND ${where}`);
    expect(await grants(`grantee = 'PUBLIC'`)).toEqual([]);
    expect(await grants(`privilege_type NOT IN ('SELECT', 'INSERT', 'UPDATE', 'DELETE')`)).toEqual([]);
    expect(await grants(`grantee = 'app_backup' AND privilege_type <> 'SELECT'`)).toEqual([]);
  });

  it('a backup reads every table', async () => {
    const unread = `SELECT relname AS text FROM pg_class c
      WHERE ${OF_PRODUCT} AND NOT has_table_privilege('app_backup', c.oid, 'SELECT')`;
    expect(await texts(unread)).toEqual([]);
  });

  it('what happened can be added to and never rewritten', async () => {
    const kept = [
      'audit_entries',
      'audit_links',
      'need_versions',
      'project_versions',
      'talent_versions',
      'match_moves',
    ].concat(['target_credits', 'activity_credits', 'submissions', 'submission_rows']);
    const rewritten = `SELECT relname || ' ' || login AS text FROM pg_class c, unnest('{app_api,app_worker}'::text[]) login
      WHERE ${OF_PRODUCT} AND relname = ANY ('{${kept.join(',')}}')
      AND (has_table_privilege(login, c.oid, 'UPDATE') OR has_table_privilege(login, c.oid, 'DELETE'))`;
    expect(await texts(rewritten)).toEqual([]);
    expect(
      await texts(
        `SELECT relname AS text FROM pg_class c WHERE ${OF_PRODUCT} AND relname = ANY ('{${kept.join(',')}}')`,
      ),
    ).toHaveLength(kept.length);
  });
});
