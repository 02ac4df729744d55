import { mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { restoreBackup } from '../../src/app/backup/restore-backup';
import { takeBackup } from '../../src/app/backup/take-backup';
import { AuditChain } from '../../src/identity/audit/audit-chain';
import { masterKeyNames } from '../../src/platform/crypto/key-names';
import { type PlanDays, startPlanDays } from '../plan/plan-days';
import { createEmptyDatabase, type TestDatabase } from '../support/test-database';

const KEY = Buffer.alloc(32, 7).toString('base64');

let days: PlanDays;
let folder: string;
let file: string;
const masterKeys = masterKeyNames({ MASTER_KEY: KEY, DATA_DIR: '' });

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhichuang-backup-'));
  file = join(folder, 'backup.tar.gz');
  days = await startPlanDays();
  await days.confirmedProject(2);
  await days.confirmedProject(3);
  await days.server.app.get(AuditChain, { strict: false }).extend();
  const backupUrl = days.server.database.backupUrl;
  await takeBackup({ backupUrl, masterKeys, file, takenAt: new Date() });
}, 60_000);
afterAll(async () => {
  await days.server.close();
  rmSync(folder, { recursive: true, force: true });
});

const inDatabase = async <T>(url: string, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  return work(client).finally(() => client.end());
};

/** Everything in the database that a person could miss, as lines. */
const contentOf = (superuserUrl: string): Promise<string[]> =>
  inDatabase(superuserUrl, async (client) => {
    const { rows: tables } = await client.query<{ name: string }>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migrations' ORDER BY 1`,
    );
    const lines: string[] = [];
    for (const { name } of tables) {
      const { rows } = await client.query<{ count: number; digest: string }>(
        `SELECT count(*)::int AS count, md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS digest FROM "${name}" t`,
      );
      lines.push(`${name} ${rows[0]?.count} ${rows[0]?.digest}`);
    }
    return lines;
  });

const rowsOf = <T extends object>(url: string, sql: string): Promise<T[]> =>
  inDatabase(url, async (client) => (await client.query<T>(sql)).rows);

const schemaOf = (superuserUrl: string): Promise<{ line: string }[]> =>
  rowsOf(
    superuserUrl,
    `
      SELECT concat_ws(' ', relname, relrowsecurity, relforcerowsecurity) AS line FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
      UNION ALL SELECT concat_ws(' ', conrelid::regclass, conname, convalidated, pg_get_constraintdef(oid))
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace
      UNION ALL SELECT concat_ws(' ', tgname, tgenabled) FROM pg_trigger WHERE NOT tgisinternal
      UNION ALL SELECT concat_ws(' ', sequencename, last_value) FROM pg_sequences WHERE sequencename NOT LIKE 'migrations%'
      ORDER BY 1`,
  );

const emptied: TestDatabase[] = [];
const restoreInto = async (keys = masterKeys): Promise<TestDatabase> => {
  const target = await createEmptyDatabase();
  emptied.push(target);
  await restoreBackup({ file, ownerUrl: target.ownerUrl, masterKeys: keys });
  return target;
};
afterEach(async () => {
  for (const database of emptied.splice(0)) await database.drop();
});

it('brings back every row, the schema, the audit chain and the plan’s totals', async () => {
  const source = days.server.database.superuserUrl;
  const [before, schema] = [await contentOf(source), await schemaOf(source)];
  const target = await restoreInto();
  expect(await contentOf(target.superuserUrl)).toEqual(before);
  expect(await schemaOf(target.superuserUrl)).toEqual(schema);
  const heads = `SELECT (SELECT encode(hash, 'hex') FROM audit_links ORDER BY position DESC LIMIT 1) AS head,
    (SELECT sum(sign)::int FROM target_credits) AS counted`;
  const ask = (url: string) => rowsOf<{ head: string; counted: number }>(url, heads);
  const [drill] = await ask(target.superuserUrl);
  expect([drill]).toEqual(await ask(source));
  expect(drill?.head).toMatch(/^[0-9a-f]{64}$/);
  expect(drill?.counted).toBeGreaterThan(0);
  expect(before.filter((line) => !/ 0 /.test(line)).length).toBeGreaterThan(20);
  expect(statSync(file).mode & 0o777).toBe(0o600);
  // A second time there are rows already.
  await expect(restoreBackup({ file, ownerUrl: target.ownerUrl, masterKeys })).rejects.toThrow(
    /has rows already; a backup goes into an empty one only/,
  );
}, 60_000);

it('is refused without the key that its contacts were written with', async () => {
  await expect(restoreInto([])).rejects.toThrow(
    /can only be read with master key [0-9a-f]{8}, which is not here/,
  );
});

it.each([
  ['cut off', (copy: string) => truncateSync(copy, Math.floor(statSync(copy).size * 0.7)), /it ends early/],
  ['changed', flipByte, /incomplete or damaged/],
  ['of something else', (copy: string) => writeFileSync(copy, '%PDF-1.7'), /no gzip file/],
])('refuses an archive that is %s, and leaves the database empty', async (_, spoil, sentence) => {
  const copy = join(folder, 'spoilt.tar.gz');
  writeFileSync(copy, readFileSync(file));
  spoil(copy);
  const target = await createEmptyDatabase();
  emptied.push(target);
  const order = { file: copy, ownerUrl: target.ownerUrl, masterKeys };
  await expect(restoreBackup(order)).rejects.toThrow(sentence);
  const tables = `SELECT count(*)::int AS count FROM pg_tables WHERE schemaname = 'public'`;
  expect(await rowsOf(target.superuserUrl, tables)).toEqual([{ count: 0 }]);
});

it('is refused rather than incomplete when its login is bound by row-level security', async () => {
  const order = { backupUrl: days.server.database.workerUrl, masterKeys, takenAt: new Date() };
  const attempt = join(folder, 'partial.tar.gz');
  await expect(takeBackup({ ...order, file: attempt })).rejects.toThrow(
    /may not read every row, so there is no backup/,
  );
  expect(() => statSync(attempt)).toThrow();
});

function flipByte(copy: string): void {
  const bytes = readFileSync(copy);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  writeFileSync(copy, bytes);
}
