import {
  copyFileSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Client } from 'pg';
import { restoreBackup, type RestoreOrder } from '../../src/app/backup/restore-backup';
import { renewKeyBook } from '../../src/app/backup/key-book';
import { takeBackup } from '../../src/app/backup/take-backup';
import { AuditChain } from '../../src/identity/audit/audit-chain';
import { SYSTEM } from '../../src/common/actor';
import { newId } from '../../src/common/ids';
import { findKeyRing } from '../../src/platform/crypto/find-key-ring';
import { Database } from '../../src/platform/database/database';
import type { TalentView } from '../../src/talent/talent.view';
import { bodyOf } from '../records/park-life';
import { type PlanDays, startPlanDays } from '../plan/plan-days';
import { createEmptyDatabase, type TestDatabase } from '../support/test-database';

const KEY = Buffer.alloc(32, 7).toString('base64');

let days: PlanDays;
let folder: string;
let file: string;
let keyBook: string;
let person: string;
const ring = findKeyRing({ MASTER_KEY: KEY, DATA_DIR: '' });

/** Somebody with words of theirs wherever an erasure looks. */
async function fillPerson(): Promise<string> {
  const { id, personId } = bodyOf<TalentView>(
    await days.officer
      .post('/talents', {
        ...{
          name: '金丝雀',
          tier: 'phd-expert',
          park: 'NO.1',
          headline: '金丝雀 总工',
          employer: '金丝雀公司',
        },
        ...{ text: '有养金丝雀的经历。\n\t擅长密封\\材料。', contact: { phone: '13903510001' } },
      })
      .expect(201),
  );
  const cv = await days.file(days.officer, true);
  await days.server.app.get(Database).as(SYSTEM, async (tx) => {
    await tx.query(
      `UPDATE attachments SET subject_kind = 'talent', subject_id = $2, file_name = '金丝雀.pdf' WHERE id = $1`,
      [cv, id],
    );
    await tx.query(
      `INSERT INTO review_requests (id, person_id, park_id, concern, asked_at)
       SELECT gen_random_uuid(), person_id, park_id, '金丝雀不服', now() FROM talents WHERE id = $1`,
      [id],
    );
    await tx.query(
      `UPDATE signings SET kind = 'talent', talent_id = $1, title = '引进金丝雀'
      WHERE id = (SELECT min(id::text)::uuid FROM signings)`,
      [id],
    );
  });
  await days.server.signIn({ role: 'talent', name: '金丝雀', personId: personId ?? '' });
  return personId ?? '';
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'zhichuang-backup-'));
  file = join(folder, 'backup.tar.gz');
  keyBook = join(folder, 'person-keys');
  days = await startPlanDays(undefined, { MASTER_KEY: KEY });
  await days.confirmedProject(2);
  await days.confirmedProject(3);
  person = await fillPerson();
  await days.server.app.get(AuditChain, { strict: false }).extend();
  const backupUrl = days.server.database.backupUrl;
  await takeBackup({ backupUrl, ring, file, keyBook, takenAt: new Date() });
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
const restoreInto = async (over: Partial<RestoreOrder> = {}): Promise<TestDatabase> => {
  const target = await createEmptyDatabase();
  emptied.push(target);
  await restoreBackup({ file, ownerUrl: target.ownerUrl, ring, keyBook, ...over });
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
  await expect(restoreBackup({ file, ownerUrl: target.ownerUrl, ring, keyBook })).rejects.toThrow(
    /has rows already; a backup goes into an empty one only/,
  );
}, 60_000);

it('is refused without the key that its contacts were written with', async () => {
  await expect(restoreInto({ ring: undefined })).rejects.toThrow(
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
  const order = { file: copy, ownerUrl: target.ownerUrl, ring, keyBook };
  await expect(restoreBackup(order)).rejects.toThrow(sentence);
  const tables = `SELECT count(*)::int AS count FROM pg_tables WHERE schemaname = 'public'`;
  expect(await rowsOf(target.superuserUrl, tables)).toEqual([{ count: 0 }]);
});

it('is refused rather than incomplete when its login is bound by row-level security', async () => {
  const order = { backupUrl: days.server.database.workerUrl, ring, keyBook, takenAt: new Date() };
  const attempt = join(folder, 'partial.tar.gz');
  await expect(takeBackup({ ...order, file: attempt })).rejects.toThrow(
    /may not read every row, so there is no backup/,
  );
  expect(() => statSync(attempt)).toThrow();
});

it('holds no list of people and no answer kept for a retry, which lie under the master key only and are forgotten soon', async () => {
  const { superuserUrl, backupUrl } = days.server.database;
  const list = async (kind: string) => {
    const id = newId();
    await inDatabase(superuserUrl, async (client) => {
      await client.query(
        `INSERT INTO imports (id, kind, state, file_name, attachment_id) VALUES ($1, $2, 'preview', 'list.csv', $3)`,
        [id, kind, await days.file(days.officer, true)],
      );
      await client.query(
        `INSERT INTO import_rows (import_id, row_no, state, sealed)
         VALUES ($1, 1, 'ready', 'who'), ($1, 2, 'created', NULL)`,
        [id],
      );
    });
  };
  for (const kind of ['talents', 'rosters', 'technology-needs']) await list(kind);
  await inDatabase(superuserUrl, (client) =>
    client.query(
      `INSERT INTO idempotency_keys (user_id, key, request_hash, status, answer, created_at)
       VALUES ($1, 'a-key-of-a-retry', 'hash', 201, 'who', now())`,
      [days.officer.userId],
    ),
  );
  const withLists = join(folder, 'lists.tar.gz');
  await takeBackup({ backupUrl, ring, file: withLists, keyBook, takenAt: new Date() });
  const target = await restoreInto({ file: withLists });
  const kept = await rowsOf(
    target.superuserUrl,
    `SELECT kind, (SELECT count(*)::int FROM import_rows r WHERE r.import_id = i.id) AS rows,
       (SELECT count(*)::int FROM attachment_chunks c WHERE c.attachment_id = i.attachment_id) AS pieces,
       (SELECT count(*)::int FROM idempotency_keys) AS answers FROM imports i ORDER BY kind`,
  );
  expect(kept).toEqual([
    { kind: 'rosters', rows: 1, pieces: 0, answers: 0 },
    { kind: 'talents', rows: 1, pieces: 0, answers: 0 },
    { kind: 'technology-needs', rows: 2, pieces: 1, answers: 0 },
  ]);
}, 60_000);

describe('who was erased after a backup', () => {
  const WORD = '金丝雀';
  /** Tables of a restored database that still say the word. */
  const saying = async (url: string): Promise<string[]> => {
    const tables = await rowsOf<{ name: string }>(
      url,
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1`,
    );
    const found: string[] = [];
    for (const { name } of tables)
      if ((await rowsOf(url, `SELECT FROM "${name}" t WHERE t::text LIKE '%${WORD}%'`)).length > 0)
        found.push(name);
    return found;
  };

  it('is in the archive for nobody without their key, and stays erased in what is restored from it', async () => {
    const earlier = join(folder, 'person-keys.earlier');
    copyFileSync(keyBook, earlier);
    const archive = gunzipSync(readFileSync(file));
    expect(archive.includes('密封件产业化')).toBe(true);
    expect(archive.includes(WORD)).toBe(false);
    const wrapped = /\t([0-9a-f]{128,})/.exec(readFileSync(keyBook, 'utf8'))?.[1] ?? '';
    expect(wrapped).not.toBe('');
    expect(archive.includes(wrapped)).toBe(false);

    const { backupUrl } = days.server.database;
    expect(await renewKeyBook(backupUrl, keyBook, new Date())).toBe(false);
    await days.server.app.get(Database).as(SYSTEM, (tx) => tx.query('SELECT app.erase_person($1)', [person]));
    expect(await renewKeyBook(backupUrl, keyBook, new Date())).toBe(true);

    const target = await restoreInto();
    expect(await saying(target.superuserUrl)).toEqual([]);
    expect(
      await rowsOf(
        target.superuserUrl,
        `SELECT p.name, t.status, t.text, t.details, (SELECT count(*)::int FROM data_keys k WHERE k.person_id = p.id) AS keys,
           (SELECT count(*)::int FROM attachments a WHERE a.subject_id = t.id) AS files
         FROM persons p JOIN talents t ON t.person_id = p.id WHERE p.id = '${person}'`,
      ),
    ).toEqual([{ name: null, status: 'archived', text: '', details: {}, keys: 0, files: 0 }]);

    // Control: with the keys as they were before, everything is back.
    const control = await restoreInto({ keyBook: earlier });
    expect(await saying(control.superuserUrl)).toEqual([
      'attachments',
      'persons',
      'review_requests',
      'signings',
      'talent_versions',
      'talents',
      'users',
    ]);
  }, 60_000);

  it('cannot be restored around: without the keys nothing is', async () => {
    await expect(restoreInto({ keyBook: join(folder, 'lost') })).rejects.toThrow(/There is no file .*lost/);
    writeFileSync(join(folder, 'cut'), readFileSync(keyBook).subarray(0, -5));
    await expect(restoreInto({ keyBook: join(folder, 'cut') })).rejects.toThrow(/it ends early/);
  });
});

function flipByte(copy: string): void {
  const bytes = readFileSync(copy);
  const at = Math.floor(bytes.length / 2);
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  writeFileSync(copy, bytes);
}
