import { randomBytes } from 'node:crypto';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { convertToHtml } from 'mammoth';
import { SYSTEM } from '../../src/common/actor';
import type { TargetProgress } from '../../src/plan/progress/progress.schema';
import type { SubmissionView } from '../../src/plan/submissions/submission.schema';
import type { Report } from '../../src/reports/content/report';
import { KeptReportProcessor } from '../../src/reports/kept/kept-report.processor';
import type { KeptReportView } from '../../src/reports/report.schema';
import { ReportsModule } from '../../src/reports/reports.module';
import { CLOCK } from '../../src/platform/clock/clock.module';
import { readEnv } from '../../src/platform/config/env';
import { WorkerModule } from '../../src/worker.module';
import { FollowUpProcessor } from '../../src/events/follow-ups/follow-up.processor';
import { type PlanDays, startPlanDays } from '../plan/plan-days';
import { bodyOf } from '../records/park-life';
import type { Client } from '../support/test-app';
import { readParts, readSheets } from './read-office';

let days: PlanDays;
/** What a worker runs, under its own login. */
let worker: INestApplicationContext;
beforeAll(async () => {
  days = await startPlanDays(ReportsModule);
  const { clock, database } = days.server;
  const env = readEnv({ ...database.settings, MASTER_KEY: randomBytes(32).toString('base64') });
  worker = await Test.createTestingModule({ imports: [WorkerModule.with(env)] })
    .overrideProvider(CLOCK)
    .useValue(clock)
    .compile();
  await days.manager
    .put('/plans/sx-2022/targets/T03/allocations', { allocations: [{ park: 'NO.1', goal: 8 }] })
    .expect(200);
});
afterAll(async () => {
  await worker.close();
  await days.server.close();
});

const WEEK = 'plan=sx-2022&on=2022-06-15';
const bytes = async (client: Client, path: string): Promise<Buffer> => {
  const answer = await client
    .get(path)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    })
    .expect(200);
  return answer.body as Buffer;
};
const sheet = async (client: Client, path: string, at = 0) =>
  (await readSheets(await bytes(client, path)))[at]!;
/** The rows of a sheet below its title, period and header, by what stands in the first column. */
const rowsOf = (rows: (string | number | undefined)[][]) => {
  const header = rows[2] as string[];
  return new Map(
    rows
      .slice(3)
      .map((row) => [
        String(row[0]).split(' ')[0]!,
        Object.fromEntries(header.map((name, at) => [name, row[at]])),
      ]),
  );
};

/** Five days on, everybody still signed in. */
const nextWeek = async () => {
  days.server.clock.forward({ days: 5 });
  await days.database.as(SYSTEM, (tx) =>
    tx.query(
      `UPDATE sessions SET seen_at = seen_at + interval '5 days', expires_at = expires_at + interval '5 days'`,
    ),
  );
};

describe('the weekly report', () => {
  it('has the numbers of the board, in a file that another program reads', async () => {
    await days.confirmedProject(3);
    const fallen = await days.confirmedProject(3);
    await nextWeek();
    await days.confirmedProject(3);
    await days.act(days.manager, fallen, 'revoke', { reason: '材料有误' });
    await days.checkedProject(3);
    days.server.clock.forward({ minutes: 1 });

    const rows = rowsOf(
      await sheet(days.manager, '/reports/weekly/file?plan=sx-2022&on=2022-06-22&format=xlsx'),
    );
    const { targets } = await days.progress();
    expect(rows.size).toBeGreaterThanOrEqual(targets.length);
    const numbers = ({ goal, counted, expected, completion }: TargetProgress) => ({
      目标: goal,
      累计认定: counted,
      应达: expected,
      完成率: completion ?? undefined,
      差额: Math.round((counted - expected) * 10) / 10,
    });
    for (const target of targets) expect(rows.get(target.code)).toMatchObject(numbers(target));
    expect(rows.get('T03')).toMatchObject({
      累计认定: 2,
      本周认定: 0,
      累计签约: 2,
      下周预计: 1,
      责任单位: 'NO.1(8)',
    });
    const before = rowsOf(await sheet(days.manager, `/reports/weekly/file?${WEEK}&format=xlsx`));
    expect(before.get('T03')).toMatchObject({ 累计认定: 2, 本周认定: 2 });
  });

  it('is the same in Word, in the form of an official document', async () => {
    const file = await bytes(days.auditor, '/reports/weekly/file?plan=sx-2022&on=2022-06-22&format=docx');
    const { value: html } = await convertToHtml({ buffer: file });
    const { counted, goal } = await days.target('T03');
    const cells = [...html.matchAll(/<tr>(.*?)<\/tr>/gs)]
      .map(([, row]) =>
        [...row!.matchAll(/<t[dh]>(.*?)<\/t[dh]>/gs)].map(([, cell]) => cell!.replace(/<[^>]+>/g, '')),
      )
      .find(([first]) => first?.startsWith('T03'));
    expect(cells?.slice(2, 7)).toEqual([String(goal), '0', '0', '2', String(counted)]);
    expect(html).toContain('一、总体情况');
    const xml = (await readParts(file)).get('word/document.xml')!;
    const margin = (side: string) =>
      Math.round((Number(new RegExp(`<w:pgMar[^>]*w:${side}="(\\d+)"`).exec(xml)?.[1]) / 1440) * 25.4);
    expect(['top', 'bottom', 'left', 'right'].map(margin)).toEqual([37, 35, 28, 26]);
    expect(xml).toContain('w:line="560"');
    expect(xml).toContain('仿宋_GB2312');
  });

  it('keeps itself on Mondays, once, with the numbers of the week', async () => {
    const { handlers } = worker.get(KeptReportProcessor, { strict: false });
    const run = { done: () => Promise.resolve(), isLast: false };
    await handlers['keep-reports']({}, run);
    await handlers['keep-reports']({}, run);
    await worker.get(FollowUpProcessor, { strict: false }).handlers['raise-follow-ups']({}, run);
    const all = bodyOf<KeptReportView[]>(await days.officer.get('/reports/kept?plan=sx-2022').expect(200));
    expect(all).toHaveLength(1);
    const [last] = all as [KeptReportView];
    expect(last).toMatchObject({ kind: 'weekly', period: '2022年6月13日至6月19日', sampleSet: null });
    const rows = rowsOf(await sheet(days.officer, `/reports/kept/${last.id}/file?format=xlsx`));
    expect(rows.get('T03')).toMatchObject({ 累计认定: 2, 本周认定: 2 });
    await days.enterprise.get('/reports/kept?plan=sx-2022').expect(403);
  });
});

describe('in English', () => {
  const HAN = /[\u4e00-\u9fff]/;
  const numbersOf = ({ tables }: Report) =>
    tables.map(({ rows }) => rows.map((row) => row.map((cell) => (typeof cell === 'number' ? cell : null))));
  const read = async (query: string) =>
    bodyOf<Report>(await days.manager.get(`/reports/${query}`).expect(200));

  it('the five reports say the same numbers in English words; what was typed, and a submission, stay', async () => {
    for (const query of [
      `weekly?${WEEK}`,
      `monthly?${WEEK}`,
      'activity?plan=sx-2022&activity=2',
      'parks?plan=sx-2022',
      'signings?plan=sx-2022',
    ]) {
      const [zh, en] = [await read(query), await read(`${query}&locale=en`)];
      expect([zh.locale, en.locale]).toEqual(['zh-CN', 'en']);
      expect(numbersOf(en)).toEqual(numbersOf(zh));
      const words = en.tables.flatMap(({ name, columns }) => [name, ...columns.map((column) => column.name)]);
      expect([...words, ...en.notes, en.period].filter((text) => HAN.test(text))).toEqual([]);
      expect(en.tables.map(({ columns }) => columns.map(({ kind }) => kind))).toEqual(
        zh.tables.map(({ columns }) => columns.map(({ kind }) => kind)),
      );
    }
    const file = await bytes(days.manager, `/reports/weekly/file?${WEEK}&locale=en&format=docx`);
    const { value } = await convertToHtml({ buffer: file });
    expect(value).toContain('Annex 1: Targets');
    const rows = await sheet(days.manager, `/reports/weekly/file?${WEEK}&locale=en&format=xlsx`);
    expect(rows[2]?.slice(0, 5)).toEqual([
      'Target',
      'Unit',
      'Goal',
      'Signed in the week',
      'Confirmed in the week',
    ]);
    await days.manager.get(`/reports/weekly?${WEEK}&locale=fr`).expect(400);
  });
});

describe('the other reports', () => {
  it('say by month what was taken back, and the forms, amounts and rates behind it', async () => {
    const { tables } = bodyOf<Report>(
      await days.manager.get('/reports/monthly?plan=sx-2022&on=2022-06-30').expect(200),
    );
    const [targets, forms, rates] = tables as [Report['tables'][0], Report['tables'][0], Report['tables'][0]];
    const at = targets.columns.findIndex(({ name }) => name === '本月核减');
    expect(targets.rows.find(([name]) => String(name).startsWith('T03'))![at]).toBe(1);
    expect(forms.rows[0]?.slice(0, 5)).toEqual(['项目', '本月', 2, 0, 0]);
    expect(rates.rows.map(([name, part, whole]) => [name, part, whole])).toContainEqual(['注册率', 0, 2]);
  });

  it('list the signings behind a number, as many as it says, within the reader’s rights', async () => {
    const path = '/reports/signings/file?plan=sx-2022&target=T03&format=xlsx';
    const own = (await sheet(days.officer, path)).slice(3, -1);
    expect(own).toHaveLength(await days.counted('T03'));
    expect(own.every((row) => row.includes('T03'))).toBe(true);
    expect((await sheet(days.foreignOfficer, path)).slice(3, -1)).toEqual([]);
    const commission = await days.server.signIn({ role: 'commission' });
    await commission.get(path).expect(403);
    await commission.get(`/reports/weekly?${WEEK}`).expect(200);
    await days.enterprise.get(path).expect(403);
  });

  it('write no formula, whatever a title says, and mark a .csv as UTF-8', async () => {
    await days.confirmedProject(3, { title: '=HYPERLINK("http://example.com","付款")' });
    const csv = await bytes(days.officer, '/reports/signings/file?plan=sx-2022&format=csv');
    expect([...csv.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(csv.toString()).toContain(`"'=HYPERLINK(""http://example.com"",""付款"")"`);
    const rows = await sheet(days.officer, '/reports/signings/file?plan=sx-2022&format=xlsx');
    expect(rows.flat()).toContain(`'=HYPERLINK("http://example.com","付款")`);
  });

  it('show a park its own row, and what was given to it', async () => {
    const parks = async (client: Client) =>
      bodyOf<Report>(await client.get('/reports/parks?plan=sx-2022').expect(200)).tables[0]!.rows;
    const counted = await days.counted('T03');
    expect((await parks(days.manager)).map((row) => row.slice(0, 3))).toContainEqual([
      'NO.1园区',
      8,
      counted,
    ]);
    expect((await parks(days.foreignOfficer)).map(([name]) => name)).toEqual(['NO.2园区']);
  });

  it('tell an organiser of its own activity only', async () => {
    const organiser = await days.server.signIn({ role: 'organiser', activityIds: [days.activities.get(3)!] });
    const path = '/reports/activity?plan=sx-2022&activity=';
    const { tables } = bodyOf<Report>(await organiser.get(`${path}3`).expect(200));
    const counted = (await days.progress()).activities.find(({ number }) => number === 3)!.subjects;
    expect(tables[0]!.rows).toContainEqual(['认定', `${counted}个主体`]);
    await organiser.get(`${path}4`).expect(403);
    expect(bodyOf(await organiser.get('/reports/activity?plan=sx-2022').expect(400)).code).toBe(
      'REPORT.CHOICE_MISSING',
    );
  });

  it('of a submission stay as it was frozen', async () => {
    days.server.clock.forward({ minutes: 1 });
    const cutOff = days.server.clock.now().toISOString();
    const submission = bodyOf<SubmissionView>(
      await days.manager.post('/plans/sx-2022/submissions', { period: '2022年6月', cutOff }).expect(201),
    );
    const frozen = submission.targets.find(({ code }) => code === 'T03')!.counted;
    days.server.clock.forward({ minutes: 1 });
    await days.confirmedProject(3);
    expect(await days.counted('T03')).toBe(frozen + 1);
    const path = `/reports/submission/file?plan=sx-2022&submission=${submission.id}&format=xlsx`;
    const [summary, detail] = await readSheets(await bytes(days.manager, path));
    expect(rowsOf(summary!).get('T03')).toMatchObject({ 累计认定: frozen, 本期新增: frozen });
    const listed = detail!.slice(3).filter((row) => String(row[0]).startsWith('T03') && row[4] === '是');
    expect(listed).toHaveLength(frozen);
  });

  it('never mix sample and real rows', async () => {
    const { id } = await days.checkedProject(3);
    await days.database.as(SYSTEM, (tx) =>
      tx.query(`UPDATE signings SET sample_set = 'sample' WHERE id = $1`, [id]),
    );
    for (const kind of ['signings', 'monthly', 'parks'])
      expect(bodyOf(await days.manager.get(`/reports/${kind}?${WEEK}`).expect(422)).code).toBe(
        'REPORT.SAMPLE_MIX',
      );
  });
});
