import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ImportKind } from '../../src/intake/forms/form';
import { ListReader } from '../../src/intake/reading/list-reader';
import { readCsv } from '../../src/intake/reading/read-csv';
import { interpretRow, type Interpreted } from '../../src/intake/table/interpret-row';
import { readTable, type Table } from '../../src/intake/table/read-table';
import { forkAsTypescript } from '../support/typescript-children';

const fixture = (name: string): Buffer => readFileSync(join(__dirname, 'fixtures', name));

async function read(name: string, kind: ImportKind): Promise<{ table: Table; rows: Interpreted[] }> {
  const table = readTable(await new ListReader().read(fixture(name)), [kind]);
  return { table, rows: table.rows.map(({ cells }) => interpretRow(table.layout, cells)) };
}
const doubtsOf = ({ doubts }: Interpreted) =>
  doubts.map(({ column, code, suggestion }) => [
    column,
    code,
    ...(suggestion === undefined ? [] : [suggestion]),
  ]);
const recordOf = ({ draft }: Interpreted | undefined = {} as Interpreted) => draft?.record;

beforeAll(forkAsTypescript);

describe('a list of technology needs', () => {
  it('is found below its title and remarks, with 12 of its 500 rows in doubt', async () => {
    const { table, rows } = await read('needs-500.xlsx', 'technology-needs');
    expect(table.layout.headerRow).toBe(3);
    expect(rows).toHaveLength(500);
    const doubtful = rows.flatMap((row, at) => (row.doubts.length > 0 ? [[at, ...doubtsOf(row)]] : []));
    expect(doubtful).toEqual([
      [17, ['title', 'IMPORT.MISSING']],
      [58, ['uscc', 'IMPORT.STORED_AS_NUMBER']],
      [101, ['uscc', 'ORGANISATION.USCC']],
      [144, ['budget', 'IMPORT.AMOUNT']],
      [189, ['deadline', 'IMPORT.NO_SUCH_DAY']],
      [230, ['organisation', 'IMPORT.MISSING']],
      [277, ['text', 'IMPORT.MISSING']],
      [311, ['modes', 'IMPORT.WHICH_CHOICE']],
      [355, ['deadline', 'IMPORT.WHICH_DAY', '2023-07-31']],
      [402, ['phone', 'IMPORT.PHONE']],
      [444, ['budget', 'IMPORT.FORMULA']],
      [490, ['uscc', 'IMPORT.STORED_AS_NUMBER']],
    ]);
    expect(table.notices).toEqual([
      { code: 'IMPORT.PROTECTED_SKIPPED', params: { names: '性别', count: 1 } },
      { code: 'IMPORT.HIDDEN_SHEETS', params: { names: '选项', count: 1 } },
      { code: 'IMPORT.OTHER_SHEETS', params: { names: '说明', count: 1 } },
    ]);
    expect(rows[1]?.contact).toEqual({ name: '张工', phone: '13800138000' });
    expect(recordOf(rows[1])).toMatchObject({
      tags: ['3'],
      text: expect.stringContaining('主要技术指标：指标不低于101') as string,
      technology: {
        budgetMin: 500_000,
        budgetMax: 1_000_000,
        deadline: '2023-12-31',
        modes: ['development', 'service'],
      },
    });
    expect(recordOf(rows[2])).toMatchObject({
      text: expect.stringMatching(/拟投入资金（万元）：面议\n完成时限：长期/) as string,
      technology: { modes: ['transfer'] },
    });
    expect(JSON.stringify(rows)).not.toContain('"男"');
  });

  it.each(['needs-utf8.csv', 'needs-gb18030.csv', 'needs-utf16.csv'])('is the same in %s', async (name) => {
    const { rows } = await read(name, 'technology-needs');
    expect(rows.map(doubtsOf)).toEqual([[], [['budget', 'IMPORT.ABOUT', '60']]]);
    expect(rows[0]?.draft).toMatchObject({
      organisation: { name: '太原𠮷田精密有限公司' },
      record: { title: '真空炉温控, 三区', technology: { budgetMin: 150_000, budgetMax: 200_000 } },
    });
    expect(rows[1]?.title).toBe('除尘滤料');
  });
});

describe('a list of positions', () => {
  it('has two rows of headings, merged employers, and words that only a person can settle', async () => {
    const { table, rows } = await read('hiring.xlsx', 'hiring-needs');
    expect(table.notices).toContainEqual({
      code: 'IMPORT.PROTECTED_SKIPPED',
      params: { names: '年龄', count: 1 },
    });
    expect(rows.map(doubtsOf)).toEqual([
      [],
      [['headcount', 'IMPORT.HOW_MANY']],
      [['education', 'IMPORT.WHICH_CHOICE', '硕士研究生']],
      [
        ['rank', 'IMPORT.WHICH_CHOICE', '高级工'],
        ['pay', 'IMPORT.UNIT'],
      ],
    ]);
    expect(rows[0]?.draft).toMatchObject({
      organisation: { name: '太原重工新材有限公司', kind: 'enterprise' },
      record: {
        kind: 'hiring',
        hiring: {
          headcount: 3,
          education: 'master',
          title: 'intermediate',
          minYears: 3,
          payMin: 150_000,
          payMax: 200_000,
        },
      },
    });
    expect(rows[0]?.contact).toEqual({ name: '赵工', phone: '0351-6666666', email: 'hr@example.com' });
    expect(rows[3]?.contact).toEqual({ name: '钱老师', phone: '13700137000' });
  });
});

describe('a position that asks for what must not decide', () => {
  it('is refused with the column that says it', () => {
    const rows = [
      ['单位名称', '岗位名称', '人数', '其他条件'],
      ['某公司', '行政', '1', '限男性，35周岁以下'],
    ].map((cells, at) => ({ number: at + 1, cells }));
    const { layout, rows: read } = readTable(
      { sheets: [{ name: 'S', hidden: false, rows }], macros: false },
      ['hiring-needs'],
    );
    const { draft, doubts } = interpretRow(layout, read[0]?.cells ?? []);
    expect(draft).toBeUndefined();
    expect(doubts.map(({ column, code }) => [column, code])).toEqual([
      ['conditions', 'NEED.WISH_SEX'],
      ['conditions', 'NEED.WISH_AGE'],
    ]);
  });
});

describe('other lists', () => {
  it('reads projects in front of 100,000 formatted blank rows', async () => {
    const { rows } = await read('projects.xlsx', 'projects');
    expect(rows.map(doubtsOf)).toEqual([[], [['space', 'IMPORT.AREA', '10000']]]);
    expect(recordOf(rows[0])).toMatchObject({
      origin: 'university',
      stage: 'pilot',
      investment: 120_000_000,
      spaceWanted: 2_000,
      modes: ['transfer', 'equity'],
      tags: ['3'],
      patents: [
        { kind: 'invention', number: 'ZL202010123456.7' },
        { kind: 'software', number: '2021SR0123456' },
      ],
    });
  });

  it('reads the export of a recruitment system', async () => {
    const { table, rows } = await read('talents.xlsx', 'talents');
    expect(table.notices).toEqual([
      { code: 'IMPORT.PROTECTED_SKIPPED', params: { names: '性别、民族', count: 2 } },
    ]);
    expect(rows.map(doubtsOf)).toEqual([
      [],
      [],
      [
        ['education', 'IMPORT.WHICH_CHOICE', '博士研究生'],
        ['pay', 'IMPORT.ABOUT', '25'],
      ],
    ]);
    expect(recordOf(rows[0])).toMatchObject({
      tier: 'phd-expert',
      title: 'associate-senior',
      payMin: 300_000,
      payMax: 400_000,
    });
    expect(recordOf(rows[1])).toMatchObject({ contact: { phone: '13812340002' }, years: 5 });
  });

  it('reads a roster and refuses an identity number that was stored as a number', async () => {
    const { rows } = await read('roster.xlsx', 'rosters');
    expect(rows.map(doubtsOf)).toEqual([[], [], [['idNumber', 'IMPORT.STORED_AS_NUMBER']]]);
    expect(recordOf(rows[1])).toMatchObject({
      skillLevel: 'senior',
      termFrom: '2022-07-01',
      termTo: '2025-06-30',
      onBoardOn: '2022-07-06',
      socialInsuranceFrom: '2022-07',
    });
  });

  it('reads organisations', async () => {
    const { rows } = await read('organisations.xlsx', 'organisations');
    expect(rows.map(({ draft }) => draft?.record)).toMatchObject([
      { industry: 'C35', qualities: ['high-tech', 'specialised'], keyEnterprise: true },
      { city: '大同', qualities: ['above-scale'], keyEnterprise: false },
    ]);
  });

  it('refuses the old format and says what to do', async () => {
    await expect(new ListReader().read(fixture('old-format.xls'))).rejects.toMatchObject({
      code: 'IMPORT.OLD_SPREADSHEET',
    });
  });
});

describe('a list as text', () => {
  it('is parted where its cells are, whatever stands in them', () => {
    const told = '"企业名称","描述"\r\n"甲公司","漏;油;停;机\t变\t硬"\r\n';
    const cellsOf = (text: string) =>
      readCsv(Buffer.from(text)).sheets.flatMap(({ rows }) => rows.map(({ cells }) => cells));
    expect(cellsOf(told)).toEqual([
      ['企业名称', '描述'],
      ['甲公司', '漏;油;停;机\t变\t硬'],
    ]);
    expect(cellsOf('企业名称\t描述\n甲公司\t"5 英寸, 6 英寸, 7 英寸"\n')[1]).toEqual([
      '甲公司',
      '5 英寸, 6 英寸, 7 英寸',
    ]);
  });
});

describe('headings that nobody has listed', () => {
  const of = (kind: ImportKind, ...rows: (string | number)[][]) =>
    readTable(
      {
        sheets: [{ name: '', hidden: false, rows: rows.map((cells, at) => ({ number: at + 1, cells })) }],
        macros: false,
      },
      [kind],
    );
  const fieldsOf = ({ layout }: Table) => layout.columns.map(({ field }) => field);

  it('are taken for what they share a word with, the nearest heading first, and sums are no rows', () => {
    const projects = of(
      'projects',
      ['序号', '项目名称', '申报单位/团队', '项目简介说明', '联系人', '联系方式', '项目情况'],
      [1, '某项目', '某大学', '简介', '张三', '13800000000', '—'],
      ['项目数合计：1项'],
      ['合计', '合计', '合计', '合计', 1],
    );
    expect(fieldsOf(projects)).toEqual([null, 'title', 'organisation', 'text', 'contact', 'phone', null]);
    expect(projects.rows.map(({ number }) => number)).toEqual([2]);
  });

  it('may name both ends of a contract, and a post beside a trade; an ID number is read in rosters alone', () => {
    const line = [
      '李某',
      '14010019880214001X',
      '焊工',
      '三级',
      '某公司',
      '焊接岗',
      '2022-06-01',
      '2025-05-31',
    ];
    const heads = ['姓名', '身份证号', '工种', '技能等级', '用人单位', '岗位'];
    const roster = of('rosters', [...heads, '合同起止日期', '合同起止日期'], line);
    expect(fieldsOf(roster).slice(2)).toEqual([null, 'skillLevel', 'employer', 'post', 'term', 'termTo']);
    const people = of('talents', ['姓名', '身份证号', '毕业院校', '专业'], line.slice(0, 4));
    expect(people.layout.columns[1]).toMatchObject({ field: null, use: 'protected' });
  });
});
