import { randomBytes } from 'node:crypto';
import { Module } from '@nestjs/common';
import { Test, type TestingModule } from '@nestjs/testing';
import { Client } from 'pg';
import { CLOCK } from '../../src/platform/clock/clock.module';
import { readEnv } from '../../src/platform/config/env';
import { Database } from '../../src/platform/database/database';
import { Retention } from '../../src/privacy/retention';
import type { ConsentLinkView } from '../../src/privacy/consent-link/consent-link.schema';
import type { PersonCopy, ReviewRequest } from '../../src/privacy/privacy.schema';
import { PrivacyModule } from '../../src/privacy/privacy.module';
import { SigningsModule } from '../../src/signings/signings.module';
import type { TalentView } from '../../src/talent/talent.view';
import { WorkerModule } from '../../src/worker.module';
import { bodyOf, move } from '../records/park-life';
import { newActivity, type SigningDays, startSigningDays } from '../signings/signing-days';
import type { Client as Browser } from '../support/test-app';

let days: SigningDays;
let worker: TestingModule;
/** Sees every table, as somebody with a backup would. */
let superuser: Client;

@Module({ imports: [SigningsModule, PrivacyModule] })
class PrivacyAndSignings {}

beforeAll(async () => {
  days = await startSigningDays(PrivacyAndSignings);
  superuser = new Client({ connectionString: days.server.database.superuserUrl });
  await superuser.connect();
  const env = readEnv({
    ...days.server.database.settings,
    MASTER_KEY: randomBytes(32).toString('base64'),
    PERSONAL_DATA_MONTHS: '24',
  });
  worker = await Test.createTestingModule({ imports: [WorkerModule.with(env)] })
    .overrideProvider(CLOCK)
    .useValue(days.server.clock)
    .compile();
});
afterAll(async () => {
  await superuser.end();
  await worker.close();
  await days.server.close();
});

/** Words that lead to the person, each in another place. */
const CANARIES = ['金丝雀', '13903510001', '金丝雀大学', '金丝雀公司', '养金丝雀的经历', '金丝雀便条'];
/** Stands for the digest of an address that they were written at. */
const ADDRESS = Buffer.from('金丝雀@邮件').toString('hex');
const canary = {
  name: '金丝雀',
  contact: { phone: '139-0351-0001' },
  school: '金丝雀大学',
  employer: '金丝雀公司',
  text: '有养金丝雀的经历。',
};
const profile = {
  ...{ name: '王普通', tier: 'phd-expert', degree: 'doctor', school: '晋阳理工大学' },
  ...{ engagement: ['flexible'], text: '从事高分子密封材料研究。', tags: ['3.1'], park: 'NO.1' },
};
const published = async (over: object = {}): Promise<TalentView> => {
  const draft = bodyOf<TalentView>(await days.officer.post('/talents', { ...profile, ...over }).expect(201));
  return bodyOf<TalentView>(await move(days.officer, 'talents', draft, 'publish').expect(200));
};
const erase = (client: Browser, personId: string | null) =>
  client.post(`/persons/${personId}/erase`, { reason: '本人申请' });
const rowsOf = async <R extends object>(sql: string, params: unknown[] = []): Promise<R[]> =>
  (await superuser.query<R>(sql, params)).rows;

/** Every column of words, JSON or bytes of every table, in one search. */
async function tablesWith(word: string): Promise<string[]> {
  const columns = await rowsOf<{ table: string; column: string }>(
    `SELECT table_name AS table, column_name AS column FROM information_schema.columns
     WHERE table_schema = 'public' AND data_type IN ('text', 'jsonb', 'ARRAY', 'bytea')`,
  );
  const found: string[] = [];
  for (const { table, column } of columns) {
    const [row] = await rowsOf<{ found: boolean }>(
      `SELECT EXISTS (SELECT FROM ${table} WHERE ${column}::text LIKE '%' || $1 || '%') AS found`,
      [word],
    );
    if (row?.found) found.push(`${table}.${column}`);
  }
  return found;
}

async function tablesWithAny(words: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (const word of words) found.push(...(await tablesWith(word)).map((place) => `${word}: ${place}`));
  return found;
}

/** An invitation that went to the talent, who comes for themselves. */
async function writtenTo(talentId: string): Promise<void> {
  await rowsOf(
    `WITH held AS (
       INSERT INTO activity_sessions
         (id, activity_id, title, held_on, slots, tables, meeting_limit, created_at, updated_at)
       VALUES (gen_random_uuid(), $1, '对接会', '2022-06-20', '[]', 1, 1, now(), now()) RETURNING id),
     guest AS (
       INSERT INTO session_guests (id, session_id, side, label, talent_ids, reply, presence, created_at)
       SELECT gen_random_uuid(), id, 'visitor', '金丝雀', ARRAY[$2::uuid], 'invited', 'expected', now()
       FROM held RETURNING id, session_id)
     INSERT INTO session_letters
       (id, session_id, guest_id, kind, locale, held_on, address_index, state, asked_at, settled_at)
     SELECT gen_random_uuid(), session_id, id, 'invitation', 'zh-CN', '2022-06-20', decode($3, 'hex'), 'sent', now(), now()
     FROM guest`,
    [await newActivity(days.server.app.get(Database)), talentId, ADDRESS],
  );
}

describe('a person', () => {
  it('can have a copy of everything, from the park that keeps them and nobody else', async () => {
    const talent = await published({ name: '王有份', contact: canary.contact });
    const copy = bodyOf<PersonCopy>(await days.officer.get(`/persons/${talent.personId}/copy`).expect(200));
    expect(copy).toMatchObject({
      name: '王有份',
      contact: { phone: '139-0351-0001' },
      profiles: [{ id: talent.id, school: '晋阳理工大学' }],
      looks: [{ action: 'person.copied', role: 'officer' }],
    });
    await days.foreignOfficer.get(`/persons/${talent.personId}/copy`).expect(404);
    await days.enterprise.get(`/persons/${talent.personId}/copy`).expect(403);
    await days.auditor.get(`/persons/${talent.personId}/copy`).expect(403);
  });

  it('reads their own through their own account', async () => {
    const talent = await published({ name: '李自己', contact: { phone: '13700000002' } });
    const own = await days.server.signIn({ role: 'talent', personId: talent.personId });
    expect(bodyOf<PersonCopy>(await own.get(`/persons/${talent.personId}/copy`).expect(200)).name).toBe(
      '李自己',
    );
    const other = await published({ name: '王别人', contact: { phone: '13700000003' } });
    await own.get(`/persons/${other.personId}/copy`).expect(404);
    await erase(own, other.personId).expect(404);
  });

  it('is gone from every table once erased, with what others wrote about them', async () => {
    const talent = await published(canary);
    const need = await days.match();
    await rowsOf('UPDATE matches SET supply_id = $1, pair_kind = $2 WHERE id = $3', [
      talent.id,
      'tech-expert',
      need,
    ]);
    await days.officer.post(`/matches/${need}/contacts`, {
      how: 'phone',
      result: '金丝雀便条',
      reached: true,
      note: '金丝雀便条',
    });
    await writtenTo(talent.id);
    expect(await tablesWithAny(CANARIES)).not.toEqual([]);
    expect(await tablesWith(ADDRESS)).toEqual(['session_letters.address_index']);
    await erase(days.lead, talent.personId).expect(403);
    await erase(days.manager, talent.personId).expect(200);

    expect(await tablesWithAny([...CANARIES, ADDRESS])).toEqual([]);
    expect(await rowsOf('SELECT state FROM session_letters')).toEqual([{ state: 'sent' }]);
    const keys = await rowsOf('SELECT FROM data_keys WHERE person_id = $1', [talent.personId]);
    expect(keys).toEqual([]);
    expect(bodyOf<TalentView>(await days.officer.get(`/talents/${talent.id}`).expect(200))).toMatchObject({
      status: 'archived',
      name: null,
      text: '',
      tier: 'phd-expert',
    });
    const jobs = await rowsOf(
      `SELECT FROM outbox WHERE job = 'match-record' AND key = $1 AND done_at IS NULL`,
      [`talent-${talent.id}`],
    );
    expect(jobs.length).toBeGreaterThan(0);
    // The same name and number are a new person afterwards.
    expect((await published(canary)).personId).not.toBe(talent.personId);
  });

  it('can ask for a human’s look, which the park answers', async () => {
    const talent = await published({ name: '张申诉', contact: { phone: '13700000004' } });
    const own = await days.server.signIn({ role: 'talent', personId: talent.personId });
    const asked = bodyOf<ReviewRequest>(
      await own
        .post(`/persons/${talent.personId}/review-requests`, { concern: '为什么没有推荐我？' })
        .expect(201),
    );
    expect(bodyOf<ReviewRequest[]>(await days.lead.get('/review-requests').expect(200))).toEqual([asked]);
    expect(bodyOf<ReviewRequest[]>(await days.foreignOfficer.get('/review-requests').expect(200))).toEqual(
      [],
    );
    const answer = { answer: '已人工复核，列入候选。' };
    await days.foreignOfficer.post(`/review-requests/${asked.id}/answer`, answer).expect(404);
    await days.officer.post(`/review-requests/${asked.id}/answer`, answer).expect(200);
    await days.officer.post(`/review-requests/${asked.id}/answer`, answer).expect(404);
    expect(bodyOf<ReviewRequest[]>(await days.lead.get('/review-requests').expect(200))).toEqual([]);
  });
});

describe('a consent link', () => {
  const link = async (talent: TalentView) =>
    bodyOf<ConsentLinkView>(await days.officer.post(`/persons/${talent.personId}/consent-links`).expect(201));
  const answer = (token: string | undefined, agree: string[]) =>
    days.server
      .anonymous()
      .post(`/api/v1/consent-links/${token}/answer`)
      .send({ agree, textVersion: '2022-1' });
  const given = async (talent: TalentView) =>
    bodyOf<{ purpose: string; withdrawnAt: string | null }[]>(
      await days.officer.get(`/talents/${talent.id}/consents`).expect(200),
    )
      .filter(({ withdrawnAt }) => withdrawnAt === null)
      .map(({ purpose }) => purpose);

  it('lets a person agree and take back, each link once', async () => {
    const talent = await published({ name: '周同意', contact: { phone: '13700000007' } });
    const first = await link(talent);
    const asked = await days.server.anonymous().get(`/api/v1/consent-links/${first.token}`).expect(200);
    expect(asked.body).toMatchObject({ park: 'NO.1园区', given: [] });
    expect(JSON.stringify(asked.body)).not.toContain('周同意');
    await answer(first.token, ['matching', 'sharing']).expect(200);
    expect(await given(talent)).toEqual(['matching', 'sharing']);
    await answer(first.token, []).expect(404);
    await answer((await link(talent)).token, ['matching']).expect(200);
    expect(await given(talent)).toEqual(['matching']);
    const listed = bodyOf<ConsentLinkView[]>(
      await days.officer.get(`/persons/${talent.personId}/consent-links`).expect(200),
    );
    expect(listed).toHaveLength(2);
    expect(listed[0]).not.toHaveProperty('token');
  });

  it('runs out, and is made by those who keep the person only', async () => {
    const talent = await published({ name: '吴过期', contact: { phone: '13700000008' } });
    const { id, token } = await link(talent);
    await rowsOf(`UPDATE consent_links SET expires_at = '2022-06-01' WHERE id = $1`, [id]);
    await answer(token, ['matching']).expect(404);
    await answer('made-up', ['matching']).expect(404);
    await days.foreignOfficer.post(`/persons/${talent.personId}/consent-links`).expect(404);
  });
});

describe('retention', () => {
  it('forgets what a list said and was never taken in, and keeps what became a record', async () => {
    const file = () => days.file(days.officer, true);
    const list = async (over: object) => {
      const [row] = await rowsOf<{ id: string }>(
        `INSERT INTO imports (id, kind, state, file_name, attachment_id, created_at, started_at, finished_at)
         SELECT gen_random_uuid(), 'talents', state, '人才.xlsx', file, created_at, started_at, finished_at
         FROM jsonb_populate_record(NULL::imports, $1), CAST($2 AS uuid) file RETURNING id`,
        [over, await file()],
      );
      await rowsOf(
        `INSERT INTO import_rows (import_id, row_no, state, sealed, contact, record_id)
         VALUES ($1, 1, 'created', NULL, 'whom to ask', gen_random_uuid()), ($1, 2, 'failed', 'cells', 'phone', NULL)`,
        [row?.id],
      );
      return row?.id;
    };
    const [long, lately] = ['2022-05-01T00:00:00Z', '2022-06-10T00:00:00Z'];
    const preview = await list({ state: 'preview', created_at: long });
    const over = await list({ state: 'finished', created_at: long, started_at: long, finished_at: long });
    const fresh = await list({ state: 'finished', created_at: long, started_at: long, finished_at: lately });
    await worker.get(Retention).handlers['forget-imports']({}, idle);
    const left = await rowsOf(
      `SELECT i.id, (SELECT array_agg(row_no) FROM import_rows r WHERE r.import_id = i.id) AS rows,
         EXISTS (SELECT FROM attachments a WHERE a.id = i.attachment_id) AS file
       FROM imports i WHERE i.id = ANY ($1)`,
      [[preview, over, fresh]],
    );
    expect(left).toHaveLength(2);
    expect(left).toEqual(
      expect.arrayContaining([
        { id: over, rows: [1], file: false },
        { id: fresh, rows: [1, 2], file: true },
      ]),
    );
  });

  it('erases who has rested for the time set, and nobody else', async () => {
    const resting = await published({ name: '陈久远', contact: { phone: '13700000005' } });
    const active = await published({ name: '赵在册', contact: { phone: '13700000006' } });
    await move(days.officer, 'talents', resting, 'withdraw', { reason: '本人离省' }).expect(200);
    const names = () =>
      rowsOf<{ name: string | null }>('SELECT name FROM persons WHERE id = ANY ($1) ORDER BY id', [
        [resting.personId, active.personId],
      ]);
    const run = () => worker.get(Retention).handlers['erase-expired-persons']({}, idle);
    await run();
    expect(await names()).toEqual([{ name: '陈久远' }, { name: '赵在册' }]);
    await rowsOf(`UPDATE talents SET updated_at = updated_at - interval '25 months' WHERE id = $1`, [
      resting.id,
    ]);
    await rowsOf(`UPDATE persons SET updated_at = updated_at - interval '25 months' WHERE id = $1`, [
      resting.personId,
    ]);
    await run();
    expect(await names()).toEqual([{ name: null }, { name: '赵在册' }]);
  });
});

const idle = { done: () => Promise.resolve(), isLast: false };
