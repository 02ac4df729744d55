import type { Term } from '../../vocabulary/vocabularies';

/** The columns of a roster, in the order of the usual form. */
export const ROSTER_FIELDS = [
  'name',
  'idNumber',
  'skillLevel',
  'certificateNo',
  'employer',
  'uscc',
  'post',
  'termFrom',
  'termTo',
  'onBoardOn',
  'socialInsuranceFrom',
  'sendingBody',
] as const;
export type RosterField = (typeof ROSTER_FIELDS)[number];
export const REQUIRED_FIELDS: readonly RosterField[] = ['name', 'idNumber', 'skillLevel', 'employer'];

/** A line as it stands in the table: text, as typed. */
export type RosterRow = Readonly<Record<RosterField, string>>;

export const EMPTY_ROW = Object.fromEntries(ROSTER_FIELDS.map((field) => [field, ''])) as RosterRow;

/** One column for the term's first and last day: '2022-08-01至2025-07-31'. */
const TERM = 'term';
const UNTIL = /至|到|~|～|—|–/;

/** What people call the columns; the first that the heading contains decides, so longer names stand first. */
const HEADINGS: readonly (readonly [string, RosterField | typeof TERM])[] = [
  ['起止', TERM],
  ['合同期', TERM],
  ['身份证', 'idNumber'],
  ['证件号', 'idNumber'],
  ['信用代码', 'uscc'],
  ['证书', 'certificateNo'],
  ['等级', 'skillLevel'],
  ['社保', 'socialInsuranceFrom'],
  ['到岗', 'onBoardOn'],
  ['派出', 'sendingBody'],
  ['输送', 'sendingBody'],
  ['合同起', 'termFrom'],
  ['起始', 'termFrom'],
  ['合同止', 'termTo'],
  ['终止', 'termTo'],
  ['用人', 'employer'],
  ['单位', 'employer'],
  ['企业', 'employer'],
  ['岗位', 'post'],
  ['姓名', 'name'],
];

const fieldOf = (heading: string): RosterField | typeof TERM | undefined => {
  const plain = heading.replace(/\s/g, '');
  const own = ROSTER_FIELDS.find((field) => field.toLowerCase() === plain.toLowerCase());
  return own ?? HEADINGS.find(([name]) => plain.includes(name))?.[1];
};

/** Cells copied from a spreadsheet, or lines with commas; with a heading in any order, without one in the usual order. */
export function rowsOf(pasted: string): RosterRow[] {
  const lines = pasted
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line) => line.split(line.includes('\t') ? '\t' : /[,，]/).map((cell) => cell.trim()));
  const heading = (lines[0] ?? []).map(fieldOf);
  const hasHeading = heading.filter((field) => field !== undefined).length >= 2;
  const fields = hasHeading ? heading : ROSTER_FIELDS;
  return lines.slice(hasHeading ? 1 : 0).map((cells) => {
    const row: Record<string, string> = { ...EMPTY_ROW };
    cells.forEach((cell, at) => {
      const field = fields[at];
      if (field === TERM) [row.termFrom = '', row.termTo = ''] = cell.split(UNTIL);
      else if (field) row[field] = cell;
    });
    return row as RosterRow;
  });
}

/** '2022年8月1日', '2022/8/1', '20220801' → '2022-08-01'; anything else stays for the server to refuse. */
export function dayOf(typed: string): string {
  const [, year, month, day] = /^(\d{4})\D{0,2}(\d{1,2})\D{0,2}(\d{1,2})\D?$/.exec(typed.trim()) ?? [];
  return year && month && day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : typed.trim();
}

/** '2022年8月', '2022/08', '202208' → '2022-08'. */
export function monthOf(typed: string): string {
  const [, year, month] = /^(\d{4})\D{0,2}(\d{1,2})\D?$/.exec(typed.trim()) ?? [];
  return year && month ? `${year}-${month.padStart(2, '0')}` : typed.trim();
}

/** The code of a skill level by its code or name, whatever else the cell says: '高级工（三级）'. */
export function levelOf(typed: string, levels: readonly Pick<Term, 'code' | 'zh' | 'en'>[]): string {
  const plain = typed.trim();
  const byLength = [...levels].sort((a, b) => b.zh.length - a.zh.length);
  const bare = (label: string) => label.replace(/[（(].*$/, '');
  const found = byLength.find(
    ({ code, zh, en }) => plain === code || plain === en || plain.includes(bare(zh)),
  );
  return found?.code ?? plain;
}

const DAYS: readonly RosterField[] = ['termFrom', 'termTo', 'onBoardOn'];

/** A row as the API takes it: without empty cells, days and levels in the API's form. */
export function lineOf(row: RosterRow, levels: Parameters<typeof levelOf>[1]): Record<string, string> {
  const stated = ROSTER_FIELDS.filter((field) => row[field].trim() !== '');
  return Object.fromEntries(
    stated.map((field) => {
      const typed = row[field].trim();
      if (DAYS.includes(field)) return [field, dayOf(typed)];
      if (field === 'socialInsuranceFrom') return [field, monthOf(typed)];
      return [field, field === 'skillLevel' ? levelOf(typed, levels) : typed];
    }),
  );
}

export type RowErrors = ReadonlyMap<number, readonly { field: RosterField; detail: string }[]>;

/** The server's remarks by row: '/lines/4/idNumber' belongs to the fifth. */
export function errorsByRow(errors: readonly { pointer: string; detail: string }[]): RowErrors {
  const byRow = new Map<number, { field: RosterField; detail: string }[]>();
  for (const { pointer, detail } of errors) {
    const [, at, name] = /^\/lines\/(\d+)(?:\/(\w+))?/.exec(pointer) ?? [];
    if (at === undefined) continue;
    const field = ROSTER_FIELDS.find((known) => known === name) ?? 'name';
    byRow.set(Number(at), [...(byRow.get(Number(at)) ?? []), { field, detail }]);
  }
  return byRow;
}
