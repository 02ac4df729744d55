import { SYSTEM } from '../../src/common/actor';
import { residentIdCheckCharacter } from '../../src/common/identifiers/resident-id';
import type { RosterLineView } from '../../src/signings/roster.schema';
import type { SigningView } from '../../src/signings/signing.view';
import type { Client } from '../support/test-app';
import { bodyOf, type Problem } from '../records/park-life';
import { type SigningDays, startSigningDays, step } from './signing-days';

let days: SigningDays;
beforeAll(async () => {
  days = await startSigningDays();
});
afterAll(() => days.server.close());

let born = 0;
/** An identity number of somebody new; region 149901 does not exist. */
const idNumber = (): string => {
  const first17 = `14990119900101${String(++born).padStart(3, '0')}`;
  return first17 + residentIdCheckCharacter(first17);
};
const line = (over: object = {}) => ({
  name: '韩建业',
  idNumber: idNumber(),
  skillLevel: 'senior',
  certificateNo: 'Y0001',
  employer: '晋城铸衍管件有限公司',
  post: '静压造型线操作工',
  termFrom: '2022-08-01',
  termTo: '2025-07-31',
  onBoardOn: '2022-08-03',
  socialInsuranceFrom: '2022-08',
  ...over,
});
const roster = async (lines: object[], { client = days.officer, personal = true } = {}) => ({
  title: '定制输送技能人才',
  scan: {
    attachment: await days.file(client, personal),
    datedOn: '2022-08-10',
    particulars: ['seal', 'parties', 'term', 'insurance-month'],
  },
  lines,
});
const record = async (lines: object[], client: Client = days.officer) =>
  client.post('/signings/roster', await roster(lines, { client }));
const refusals = (answer: { body: unknown }) =>
  bodyOf<Problem>(answer).errors?.map(({ pointer, code }) => [pointer, code]);
const counts = () =>
  days.database.as(SYSTEM, async (tx) => {
    const [row] = await tx.query<object[]>(
      `SELECT (SELECT count(*) FROM persons) AS persons, (SELECT count(*) FROM signings) AS signings,
         (SELECT count(*) FROM signing_subjects) AS subjects`,
    );
    return row;
  });

describe('a roster', () => {
  it('is one signing with a subject for each person, on board as their lines say', async () => {
    const answer = await record([line(), line({ name: '李文', socialInsuranceFrom: undefined })]);
    expect(answer.status).toBe(201);
    const signing = bodyOf<SigningView>(answer);
    expect(signing).toMatchObject({ kind: 'talent', level: 'signed', form: 'employment', match: null });
    expect(signing.subjects).toMatchObject([
      { kind: 'person', name: '韩建业', line: 1, facts: { tier: 'skilled-worker', skillLevel: 'senior' } },
      { kind: 'person', name: '李文', line: 2, facts: { engagement: 'full-time' } },
    ]);
    expect(signing.provenLevels).toMatchObject([
      { level: 'signed', on: '2022-08-10' },
      { level: 'on-board', on: '2022-08-03', subjectId: signing.subjects[0]?.id },
    ]);
    const lines = bodyOf<RosterLineView[]>(await days.officer.get(`/signings/${signing.id}/roster`));
    expect(lines[0]).toEqual({
      subjectId: signing.subjects[0]?.id,
      line: 1,
      name: '韩建业',
      work: {
        skillLevel: 'senior',
        certificateNo: 'Y0001',
        employer: '晋城铸衍管件有限公司',
        post: '静压造型线操作工',
        termFrom: '2022-08-01',
        termTo: '2025-07-31',
        onBoardOn: '2022-08-03',
        socialInsuranceFrom: '2022-08',
      },
    });
    await days.auditor.get(`/signings/${signing.id}/roster`).expect(403);
  });

  it('says of every refused line why, and writes none', async () => {
    const known = line({ name: '王立' });
    expect((await record([known])).status).toBe(201);
    const twice = line();
    const before = await counts();
    const answer = await record([
      line(),
      twice,
      { ...twice },
      known,
      line({ idNumber: known.idNumber, name: '另一人' }),
    ]);
    expect(answer.status).toBe(409);
    expect(bodyOf(answer).code).toBe('SIGNING.ROSTER_REFUSED');
    expect(refusals(answer)).toEqual([
      ['/lines/2/idNumber', 'SIGNING.ROSTER_TWICE'],
      ['/lines/3/idNumber', 'SIGNING.ROSTER_ELSEWHERE'],
      ['/lines/4/idNumber', 'SIGNING.ROSTER_TWICE'],
    ]);
    expect(await counts()).toEqual(before);
    const otherName = await record([line({ idNumber: known.idNumber, name: '另一人' })]);
    expect(refusals(otherName)).toEqual([['/lines/0/name', 'SIGNING.ROSTER_OTHER_NAME']]);
    expect(JSON.stringify([answer.body, otherName.body])).not.toMatch(/\d{17}|王立|另一人/);
  });

  it('delivers nobody twice, not even from two parks at once', async () => {
    const person = line();
    const answers = await Promise.all([
      ...Array.from({ length: 4 }, () => record([line(), person])),
      record([person], days.foreignOfficer),
    ]);
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(4);
  });

  it('lets its people go when it is refused', async () => {
    const person = line();
    const signing = bodyOf<SigningView>(await record([person]));
    await step(days.lead, signing.id, signing.version, 'check', { decision: 'refuse', note: '重复' }).expect(
      200,
    );
    expect((await record([person])).status).toBe(201);
  });

  it('takes identity numbers as typed, and only right ones', async () => {
    const person = line();
    const typed = `${person.idNumber.slice(0, 6)} ${person.idNumber.slice(6).toLowerCase()}`;
    expect((await record([{ ...person, idNumber: typed }])).status).toBe(201);
    expect(refusals(await record([person]))).toEqual([['/lines/0/idNumber', 'SIGNING.ROSTER_ELSEWHERE']]);
    const wrong = person.idNumber.slice(0, 17) + (person.idNumber.endsWith('1') ? '2' : '1');
    const answer = await record([line(), line({ idNumber: wrong })]);
    expect(answer.status).toBe(400);
    expect(refusals(answer)).toEqual([['/lines/1/idNumber', 'SIGNING.ROSTER_ID_NUMBER']]);
    expect(JSON.stringify(answer.body)).not.toContain(wrong);
    for (const over of [{ sex: '男' }, { skillLevel: 'expert' }, { termTo: '2021-01-01' }, { uscc: '1' }])
      expect((await record([line(over)])).status).toBe(400);
  });

  it('wants a scan that is kept as people’s data', async () => {
    const body = await roster([line()], { personal: false });
    const answer = await days.officer.post('/signings/roster', body).expect(422);
    expect(bodyOf(answer).code).toBe('SIGNING.ROSTER_NOT_PERSONAL');
  });

  it('stores identity numbers and lines so that nobody reads them in the database', async () => {
    const person = line({ name: '赵晓', post: '特殊岗位名' });
    await record([person]);
    const dump = await days.database.as(SYSTEM, async (tx) => {
      const tables = [
        'persons',
        'person_contacts',
        'signing_subjects',
        'signing_checks',
        'audit_entries',
        'outbox',
      ];
      const rows: unknown[] = [];
      for (const table of tables) rows.push(await tx.query(`SELECT t::text FROM ${table} t`));
      return JSON.stringify(rows);
    });
    expect(dump).toContain('赵晓');
    expect(dump).not.toContain(person.idNumber);
    expect(dump).not.toContain(Buffer.from(person.idNumber).toString('hex'));
    expect(dump).not.toContain('特殊岗位名');
  });

  it('of five hundred is taken in one go', async () => {
    const lines = Array.from({ length: 500 }, (_, at) => line({ name: `工人${at}` }));
    const signing = bodyOf<SigningView>(await record(lines));
    expect(signing.subjects).toHaveLength(500);
    expect(signing.provenLevels.filter(({ level }) => level === 'on-board')).toHaveLength(500);
  });
});
