import type { DocumentLine, Extracted } from './document';
import { LEVEL, levelRank } from './career-words';

/** What the columns of tables of schooling and of posts are headed by. */
const COLUMNS: readonly (readonly [column: string, head: RegExp])[] = [
  ['span', /起止|时间|年月|期间|起讫/],
  ['school', /院校|学校|高校/],
  ['level', /学历|学位/],
  ['subject', /专业/],
  ['employer', /单位|公司|机构/],
  ['post', /职务|职位|岗位/],
];
const SPAN = /(?:19|20)\d{2}/g;
const NOW = /至今|现在|目前|[-–—~至到]\s*今/;
/** 德国/莱茵塔尔工业大学 */
const COUNTRY = /^[\u4e00-\u9fff]{2,4}[/／](?=.{4,})/;

interface Row {
  readonly said: ReadonlyMap<string, string>;
  readonly passage: string;
}

const columnOf = (cell: string): string | undefined => {
  const head = cell.replace(/\s/g, '');
  return head.length > 12 ? undefined : COLUMNS.find(([, pattern]) => pattern.test(head))?.[0];
};

/** The columns that a line heads: a span of time and two more. */
function headsOf({ cells, isRow }: DocumentLine): (string | undefined)[] | undefined {
  if (isRow !== true || cells.some((cell) => /\d/.test(cell))) return undefined;
  const columns = cells.map(columnOf);
  return columns.includes('span') && columns.filter((column) => column !== undefined).length >= 3
    ? columns
    : undefined;
}

/** Rows under heads, each as far as a year stands in it; a label beside the table may take its first column. */
function rowsOf(lines: readonly DocumentLine[]): Row[] {
  const rows: Row[] = [];
  let heads: (string | undefined)[] | undefined;
  for (const line of lines) {
    const found = headsOf(line);
    if (found) heads = found;
    else if (!heads || !line.isRow || !line.cells.some((cell) => /(?:19|20)\d{2}/.test(cell)))
      heads = undefined;
    else {
      const said = new Map<string, string>();
      const shift = line.cells.length - heads.length;
      for (const [at, column] of heads.entries())
        if (column !== undefined) said.set(column, line.cells[at + shift]?.trim() ?? '');
      if (/(?:19|20)\d{2}/.test(said.get('span') ?? '')) rows.push({ said, passage: line.cells.join(' ') });
    }
  }
  return rows;
}

const endOf = (span: string): number => (NOW.test(span) ? 9999 : Number(span.match(SPAN)?.at(-1) ?? 0));

/** The highest schooling and the present post in the tables of a personnel form. */
export function careerInTables(lines: readonly DocumentLine[]): Extracted[] {
  const rows = rowsOf(lines);
  const take = (row: Row | undefined, fields: readonly (readonly [string, string])[]): Extracted[] =>
    fields.flatMap(([field, column]) => {
      const words = row?.said.get(column) ?? '';
      return row && words !== '' ? [{ field, words: words.replace(COUNTRY, ''), passage: row.passage }] : [];
    });
  const [studied] = rows
    .filter(({ said }) => said.has('school') && !/在读/.test(said.get('level') ?? ''))
    .sort((a, b) => levelRank(a.said.get('level') ?? '') - levelRank(b.said.get('level') ?? ''));
  const [works] = rows
    .filter(({ said }) => said.has('employer') && !said.has('school'))
    .sort((a, b) => endOf(b.said.get('span') ?? '') - endOf(a.said.get('span') ?? ''));
  const level = studied?.said.get('level') ?? '';
  return [
    ...take(studied, [
      ['school', 'school'],
      ['field', 'subject'],
      ...(LEVEL.test(level) ? [['education', 'level'] as const] : []),
    ]),
    ...take(works, [
      ['employer', 'employer'],
      ['post', 'post'],
    ]),
  ];
}
