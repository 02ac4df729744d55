import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { readXlsx, writeXlsx } from 'hucre/xlsx';
import { importCommand } from '../../src/cli/import.command';
import type { Product } from '../../src/cli/product';
import { SYSTEM } from '../../src/common/actor';
import { IntakeModule } from '../../src/intake/intake.module';
import type { ImportView } from '../../src/intake/imports/import.schema';
import { Database } from '../../src/platform/database/database';
import { bodyOf, type ParkLife, startParkLife } from '../records/park-life';
import { forkAsTypescript } from '../support/typescript-children';
import { archiveOf } from './archive-of';
import { fixture, importLife } from './import-life';

let life: ParkLife;
let lists: ReturnType<typeof importLife>;
beforeAll(async () => {
  forkAsTypescript();
  life = await startParkLife([IntakeModule]);
  lists = importLife(life, () => life.officer);
});
afterAll(() => life.server.close());

const asSystem = <T>(sql: string, parameters: unknown[] = []): Promise<T> =>
  life.server.app.get(Database).as(SYSTEM, (tx) => tx.query(sql, parameters));

const HEAD = ['企业名称', '需求名称', '需求描述', '拟投入资金（万元）', '联系人'];
const listOf = async (...rows: (string | number | null)[][]): Promise<Buffer> =>
  Buffer.from(await writeXlsx({ sheets: [{ name: 'S', rows: [HEAD, ...rows] }] }));

describe('a list of people', () => {
  const PEOPLE = { people: { source: '某人力资源公司', basis: 'employer-undertaking' } };

  it('names its source and ground, and knows a person by name and telephone', async () => {
    const list = await lists.preview('talents', fixture('talents.xlsx'));
    expect(list.counts).toEqual({ ready: 2, doubtful: 1 });
    expect((await lists.rows(list.id)).map(({ title }) => title)).toEqual(['吴某甲', '郑某乙', '王某丙']);
    await life.officer.post(`/imports/${list.id}/run`, {}).expect(422);
    expect(await lists.run(list.id, PEOPLE)).toMatchObject({ counts: { created: 2, doubtful: 1 } });
    expect(await asSystem(`SELECT DISTINCT purpose, basis, source FROM consents ORDER BY purpose`)).toEqual([
      { purpose: 'contact', basis: 'employer-undertaking', source: '某人力资源公司' },
      { purpose: 'matching', basis: 'employer-undertaking', source: '某人力资源公司' },
    ]);
    const rows = [
      ['姓名', '手机', '毕业院校', '专业', '研究方向'],
      ['吴某甲', '13812340001', '某大学', '材料学', '高温合金的新进展'],
    ];
    const again = await lists.preview(
      'talents',
      Buffer.from(await writeXlsx({ sheets: [{ name: 'S', rows }] })),
    );
    expect(await lists.rows(again.id)).toMatchObject([{ state: 'known', known: { by: 'list' } }]);
    const foreign = importLife(life, () => life.foreignOfficer);
    const elsewhere = await foreign.preview('talents', fixture('talents.xlsx'));
    expect(await foreign.run(elsewhere.id, PEOPLE)).toMatchObject({ counts: { created: 2 } });
    expect(await asSystem(`SELECT count(*)::int AS n FROM persons WHERE name = '吴某甲'`)).toEqual([
      { n: 1 },
    ]);
  });
});

describe('a list that is taken back', () => {
  it('takes the consents back that it stated', async () => {
    const rows = [
      ['姓名', '手机', '毕业院校', '专业', '研究方向'],
      ['卫某丁', '13812340777', '某大学', '材料学', '铝合金焊接'],
    ];
    const file = Buffer.from(await writeXlsx({ sheets: [{ name: 'S', rows }] }));
    const list = await lists.preview('talents', file);
    await lists.run(list.id, { people: { source: '某协会', basis: 'signed' } });
    const live = () =>
      asSystem<{ n: number }[]>(
        `SELECT count(*)::int AS n FROM consents WHERE source = '某协会' AND withdrawn_at IS NULL`,
      );
    expect(await live()).toEqual([{ n: 2 }]);
    await life.officer.post(`/imports/${list.id}/revert`, {}).expect(202);
    await lists.work('revert-import', list.id);
    expect((await lists.get(list.id)).counts).toEqual({ reverted: 1 });
    expect(await live()).toEqual([{ n: 0 }]);
  });
});

describe('a workbook of several sheets', () => {
  it('is read from the one that a person chooses', async () => {
    const rows = (title: string) => [HEAD, ['甲公司', title, '描述描述描述描述', 10, '张工 13800000001']];
    const sheets = [
      { name: '一季度', rows: rows('一季度的需求') },
      { name: '二季度', rows: rows('二季度的需求') },
      { name: '说明', rows: [['本表由园区填写']] },
    ];
    const list = await lists.preview('technology-needs', Buffer.from(await writeXlsx({ sheets })));
    expect(list).toMatchObject({ sheet: '一季度', sheets: ['一季度', '二季度', '说明'] });
    const choose = async (sheet: string) => {
      await life.officer.post(`/imports/${list.id}/sheet`, { sheet }).expect(202);
      await lists.work('read-import', list.id);
      return lists.get(list.id);
    };
    expect(await choose('说明')).toMatchObject({ state: 'refused', failure: { code: 'IMPORT.NO_HEADER' } });
    expect(await choose('二季度')).toMatchObject({ state: 'preview', sheet: '二季度', failure: null });
    expect((await lists.rows(list.id)).map(({ title }) => title)).toEqual(['二季度的需求']);
    await life.officer.post(`/imports/${list.id}/sheet`, { sheet: '三季度' }).expect(422);
    await lists.run(list.id);
    const [row] = await lists.rows(list.id);
    const path = `/listed-contacts/${row?.recordId}/reveal`;
    await life.foreignOfficer.post(path, { reason: '看看' }).expect(403);
    await life.officer.post(path, {}).expect(400);
    const answer = await life.officer.post(path, { reason: '核对需求' }).expect(200);
    expect(answer.body).toEqual({ name: '张工', phone: '13800000001' });
    expect(
      await asSystem(
        `SELECT detail FROM audit_entries WHERE subject_id = $1 AND action = 'contact.revealed'`,
        [row?.recordId],
      ),
    ).toMatchObject([{ detail: { reason: '核对需求' } }]);
  });
});

describe('an archive of documents', () => {
  it('is a list with a row each; what cannot be read says why and keeps nothing else out', async () => {
    const gbk = Buffer.from([0xbc, 0xf2, 0xc0, 0xfa, ...Buffer.from('.docx')]);
    const parts = [
      { name: '简历/秦晓东.docx', content: fixture('varied/wps-form.docx') },
      { name: gbk, content: fixture('varied/letter.docx') },
      { name: '照片.jpg', content: Buffer.from('not a picture') },
      { name: '坏.pdf', content: Buffer.from('%PDF-1.4 nothing') },
      { name: '__MACOSX/._x.docx', content: Buffer.from('x') },
    ];
    const list = await lists.preview('talents', archiveOf(parts), '简历.zip');
    expect(list).toMatchObject({ state: 'preview', sheet: null, total: 4 });
    const rows = await lists.rows(list.id);
    expect(rows.map(({ title }) => title)).toEqual(['秦晓东', '褚国栋', '照片.jpg', '坏.pdf']);
    expect(rows.map(({ doubts }) => doubts.map(({ code }) => code)).slice(2)).toEqual([
      ['IMPORT.NOT_A_DOCUMENT'],
      ['IMPORT.BROKEN'],
    ]);
    expect(rows[1]?.passages).toMatchObject({ school: expect.stringContaining('哈尔滨工业大学') as string });
    await lists.send('rosters', archiveOf(parts), '简历.zip').expect(400);
  });

  it('may hold each firm’s own sheet: a form with labels and words by turns, or a list of a few rows', async () => {
    const merges = [{ startRow: 0, startCol: 0, endRow: 0, endCol: 3 }];
    const form = (uscc: string | number) => [
      ['企业技术需求征集表', null, null, null],
      ['企业名称', '山西一表装备有限公司', '统一社会信用代码', uscc],
      ['需求名称', '矿用电缆接头密封', '拟投入资金（万元）', 80],
      ['需求描述及拟解决问题', '井下电缆接头在潮湿环境中绝缘下降，希望找到可靠的密封办法。', null, null],
      ['联系人', '张工', '手机', 13800138000],
    ];
    const bookOf = async (rows: (string | number | null)[][]) =>
      Buffer.from(await writeXlsx({ sheets: [{ name: '表', rows, merges }] }));
    const told = '零下四十度时密封圈变硬漏油，希望找到可靠的配方。';
    const few = [
      ['征集表', null, null, null],
      ['企业名称', '需求名称', '需求描述', '拟投入资金（万元）', '厂区电压'],
      ['甲公司', '密封圈', told, 60, '10千伏'],
      ['甲公司', '滤料', '布袋除尘滤料两个月就破，希望寿命到一年。', '15-20', null],
    ];
    const many = Array.from({ length: 501 }, (_, at) => ['甲公司', `需求${at}`, told, null]);
    const parts = [
      { name: '甲/征集表.xlsx', content: await bookOf(few) },
      { name: '一表.xlsx', content: await bookOf(form(914_010_000_000_000_000)) },
      { name: '长.xlsx', content: await bookOf([['企业名称', '需求名称', '需求描述'], ...many]) },
      { name: '空.xlsx', content: await bookOf([['通讯录', null]]) },
    ];
    const list = await lists.preview('technology-needs', archiveOf(parts), '征集表.zip');
    const rows = await lists.rows(list.id);
    expect(rows.map(({ title, doubts }) => [title, doubts.map(({ code }) => code)])).toEqual([
      ['密封圈', []],
      ['滤料', []],
      ['矿用电缆接头密封', ['IMPORT.STORED_AS_NUMBER']],
      ['长.xlsx', ['IMPORT.LONG_LIST']],
      ['空.xlsx', ['IMPORT.NO_HEADER']],
    ]);
    const alone = await lists.preview('technology-needs', await bookOf(form('')), '一表.xlsx');
    expect(alone).toMatchObject({ sheet: null, total: 1, counts: { ready: 1 } });
    await lists.run(alone.id);
    expect(
      await asSystem(`SELECT details->>'budgetMax' AS most FROM needs WHERE title = '矿用电缆接头密封'`),
    ).toEqual([{ most: '800000' }]);
    await lists.run(list.id);
    const [need] = await asSystem<{ text: string; details: object }[]>(
      `SELECT text, details FROM needs WHERE title = '密封圈'`,
    );
    expect(need?.text).toContain('厂区电压：10千伏');
    expect(need?.details).toMatchObject({ budgetMax: 600_000 });
  });

  it('may hold archives, by folders and with names as Windows writes them, three deep', async () => {
    const gbk = Buffer.from([0xb8, 0xbd, 0xbc, 0xfe, ...Buffer.from('.zip')]);
    const zipped = (name: string | Buffer, content: Buffer) => archiveOf([{ name, content }]);
    const third = zipped('企业/甲/秦晓东.docx', fixture('varied/wps-form.docx'));
    const fourth = zipped('深.zip', zipped('更深.zip', zipped('最深.zip', third)));
    const parts = [
      { name: '第一批/附件.zip', content: zipped(gbk, third) },
      { name: '第二批.ZIP', content: fourth },
      { name: '坏.zip', content: Buffer.from('PK nothing') },
    ];
    const list = await lists.preview('talents', archiveOf(parts), '报送.zip');
    const rows = await lists.rows(list.id);
    expect(rows.map(({ title, doubts }) => [title, doubts.map(({ code }) => code)])).toEqual([
      ['秦晓东', expect.not.arrayContaining(['IMPORT.LEVELS']) as string[]],
      ['更深.zip', ['IMPORT.LEVELS']],
      ['坏.zip', ['IMPORT.BROKEN']],
    ]);
  });
});

describe('a document', () => {
  it('becomes a profile once a person has filled in what it does not say', async () => {
    const list = await lists.preview('talents', fixture('documents/modern-2.pdf'), '简历.pdf');
    expect(list).toMatchObject({ state: 'preview', sheet: null, counts: { ready: 1 } });
    const [row] = await lists.rows(list.id);
    expect(row?.passages).toMatchObject({
      school: expect.stringContaining(row?.cells?.school ?? '—') as string,
      phone: expect.stringContaining('年工作经验') as string,
    });
    const mended = await lists.mend(list.id, 1, { cells: { pay: '面议', city: '太原' } });
    expect(mended).toMatchObject({ state: 'ready', cells: { city: '太原' }, passages: row?.passages });
    const done = await lists.run(list.id, { people: { source: '本人投递', basis: 'signed' } });
    expect(done).toMatchObject({ counts: { created: 1 } });
    const [created] = await lists.rows(list.id);
    await life.officer.get(`/talents/${created?.recordId}`).expect(200);
  });

  it('is refused as a roster, and asks for what a need must say', async () => {
    const proposal = fixture('documents/project-lines-1.docx');
    expect(bodyOf(await lists.send('rosters', proposal, 'a.docx').expect(400)).code).toBe(
      'IMPORT.NOT_A_LIST',
    );
    const list = await lists.preview('technology-needs', proposal, 'a.docx');
    const [row] = await lists.rows(list.id);
    expect(row?.doubts.map(({ column, code }) => [column, code])).toContainEqual(['title', 'IMPORT.MISSING']);
  });
});

describe('a roster', () => {
  it('becomes one signing with its sealed scan', async () => {
    const list = await lists.preview('rosters', fixture('roster.xlsx'));
    expect(list.counts).toEqual({ ready: 2, doubtful: 1 });
    await life.officer.post(`/imports/${list.id}/run`, {}).expect(422);
    const scan = await life.officer
      .post('/attachments')
      .field('personal', 'true')
      .attach('file', Buffer.from('%PDF-1.4 scan'), { filename: 'scan.pdf', contentType: 'application/pdf' })
      .expect(201);
    const roster = {
      title: '技能人才批量签约',
      scan: {
        attachment: bodyOf<{ id: string }>(scan).id,
        datedOn: '2022-06-10',
        particulars: ['seal', 'parties', 'term'],
      },
    };
    const done = await lists.run(list.id, { roster });
    expect(done).toMatchObject({ state: 'finished', counts: { created: 2, doubtful: 1 } });
    const [line] = await lists.rows(list.id, 'created');
    const lines = await life.officer.get(`/signings/${line?.recordId}/roster`).expect(200);
    expect(lines.body).toMatchObject([{ name: '冯某一' }, { name: '陈某二' }]);
    await life.officer.post(`/imports/${list.id}/revert`, {}).expect(422);
  });
});

describe('organisations', () => {
  it('are known by their credit code', async () => {
    const list = await lists.preview('organisations', fixture('organisations.xlsx'));
    expect(await lists.run(list.id)).toMatchObject({ counts: { created: 2 } });
    expect((await lists.preview('organisations', fixture('organisations.xlsx'))).counts).toEqual({ same: 2 });
  });
});

describe('an import', () => {
  it('is for the park whose it is', async () => {
    const list = await lists.preview(
      'technology-needs',
      await listOf(['太原甲公司', '照明', '太暗', 1, null]),
    );
    await life.foreignOfficer.get(`/imports/${list.id}`).expect(404);
    await life.foreignOfficer.post(`/imports/${list.id}/run`, {}).expect(404);
    await life.enterprise.get(`/imports/${list.id}`).expect(403);
    const seen = bodyOf<{ items: ImportView[] }>(await life.foreignOfficer.get('/imports').expect(200));
    expect(seen.items.some(({ id }) => id === list.id)).toBe(false);
    await life.manager.get(`/imports/${list.id}/rows`).expect(200);
  });

  it('refuses a file that is none, saying what to do', async () => {
    const refusal = await lists.send('projects', fixture('old-format.xls'), 'old.xls').expect(400);
    expect(bodyOf(refusal).code).toBe('IMPORT.OLD_SPREADSHEET');
    const blank = await lists.preview('projects', Buffer.from('随便写的,文字\n1,2\n'), 'x.csv');
    expect(blank).toMatchObject({ state: 'refused', failure: { code: 'IMPORT.NO_HEADER' } });
  });

  it('gives out a template that reads back with its example passed over', async () => {
    for (const kind of [
      'technology-needs',
      'hiring-needs',
      'projects',
      'talents',
      'rosters',
      'organisations',
    ] as const) {
      const template = await lists.download(`/imports/templates/${kind}`);
      const { sheets } = await readXlsx(template);
      expect(sheets[0]?.rows[1]?.length).toBeGreaterThan(8);
      if (kind !== 'talents') continue;
      const list = await lists.preview(kind, template);
      expect(list).toMatchObject({ state: 'refused', failure: { code: 'IMPORT.NO_ROWS' } });
    }
  });
});

describe('the import command', () => {
  it('takes a list in, says which rows are not, and writes them to a file', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'import-command-'));
    const program = new Command().exitOverride();
    const open = () => Promise.resolve({ app: life.server.app, actor: SYSTEM } as unknown as Product);
    importCommand(program, open);
    const written: string[] = [];
    const output = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      written.push(String(text));
      return true;
    });
    const failures = join(folder, 'failures.xlsx');
    const file = join(__dirname, 'fixtures/hiring.xlsx');
    const options = ['--kind', 'needs', '--file', file, '--park', 'NO.2', '--failures', failures, '--json'];
    await program.parseAsync(['import', ...options], { from: 'user' }).finally(() => output.mockRestore());
    expect(JSON.parse(written.join(''))).toMatchObject({
      kind: 'hiring-needs',
      state: 'finished',
      counts: { created: 1, doubtful: 3 },
      open: [{ row: 5 }, { row: 6 }, { row: 7 }],
    });
    const { sheets } = await readXlsx(readFileSync(failures));
    expect(sheets[0]?.rows).toHaveLength(4);
    rmSync(folder, { recursive: true });
  });
});
