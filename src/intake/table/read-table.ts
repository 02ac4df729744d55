import { InvalidInput } from '../../common/errors';
import type { ImportKind } from '../forms/form';
import { type Cell, isBlank, textOf } from '../reading/cell';
import { LIMITS, type Workbook } from '../reading/sheet';
import { plain } from '../values/reading';
import { findLayout, type Layout } from './layout';

/** Something the reader of a preview should know of the file; `params` never quote people's data. */
export interface Notice {
  readonly code: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

/** A list taken out of a file: its layout, its rows, and what was left out. */
export interface Table {
  readonly sheet: string;
  readonly layout: Layout;
  readonly rows: readonly { readonly number: number; readonly cells: readonly Cell[] }[];
  readonly notices: readonly Notice[];
}

/** 填表说明, 注：…, 合计: rows that are about the list. */
const REMARK = /^(?:填表说明|填写说明|填报说明|说明|备注|注|合计|总计|小计|填表人|填报单位|制表|审核)[:：]?/;
/** The example row of our own template. */
export const EXAMPLE = '示例';

/** All cells that hold something hold the same: a merged line across the list. */
const isBanner = (cells: readonly Cell[]): boolean => {
  const filled = cells.filter((cell) => !isBlank(cell)).map(textOf);
  return filled.length > 1 && new Set(filled).size === 1 && filled.length > cells.length / 2;
};

/** A line of sums below the list, however many cells its word is merged over. */
const SUM = /^(?:合计|总计|小计|共计|汇总)[:：]?$|^[\u4e00-\u9fff]{0,4}(?:合计|总计|小计|共计)[:：]?\d/;

const isRemark = (cells: readonly Cell[]): boolean => {
  const filled = cells.filter((cell) => !isBlank(cell));
  const first = plain(textOf(filled[0] ?? null));
  return (
    (filled.length <= 2 && REMARK.test(first)) || SUM.test(first) || isBanner(cells) || first === EXAMPLE
  );
};

/** A row that repeats the header, as lists pasted together have them. */
const isHeader = (cells: readonly Cell[], { columns }: Layout): boolean =>
  columns.filter(({ heading }, at) => heading !== '' && textOf(cells[at] ?? null) === heading).length >= 3;

/**
 * Finds the list of one of `kinds` in a file, or in the sheet that a person chose.
 * @throws 400 IMPORT.NO_HEADER, IMPORT.NO_ROWS, IMPORT.TOO_MANY_ROWS
 */
export function readTable(
  { sheets, macros }: Workbook,
  kinds: readonly ImportKind[],
  chosen: string | null = null,
): Table {
  const found = findLayout(
    sheets.filter(({ name }) => chosen === null || name === chosen),
    kinds,
  );
  if (!found) throw new InvalidInput('IMPORT.NO_HEADER', 'No row holds the headings of the form');
  const { sheet, layout } = found;
  const rows = sheet.rows
    .filter(({ number }) => number > layout.headerRow)
    .filter(({ cells }) => !isRemark(cells) && !isHeader(cells, layout))
    .filter(({ cells }) =>
      layout.columns.some(({ field }, at) => field !== null && !isBlank(cells[at] ?? null)),
    );
  if (rows.length === 0) throw new InvalidInput('IMPORT.NO_ROWS', 'No row follows the header');
  if (rows.length > LIMITS.dataRows) throw new InvalidInput('IMPORT.TOO_MANY_ROWS', 'Too many rows');
  const namesOf = (use: string) =>
    layout.columns
      .filter((column) => column.use === use && column.heading !== '')
      .map(({ heading }) => heading);
  const notice = (code: string, names: readonly string[]): Notice[] =>
    names.length > 0 ? [{ code, params: { names: names.join('、'), count: names.length } }] : [];
  const others = sheets.filter((other) => other !== sheet && other.rows.length > 0);
  return {
    sheet: sheet.name,
    layout,
    rows,
    notices: [
      ...notice('IMPORT.PROTECTED_SKIPPED', namesOf('protected')),
      ...notice('IMPORT.COLUMNS_KEPT', namesOf('kept')),
      ...notice(
        'IMPORT.HIDDEN_SHEETS',
        others.filter(({ hidden }) => hidden).map(({ name }) => name),
      ),
      ...notice(
        'IMPORT.OTHER_SHEETS',
        others.filter(({ hidden }) => !hidden).map(({ name }) => name),
      ),
      ...(macros ? [{ code: 'IMPORT.MACROS_IGNORED' }] : []),
    ],
  };
}
