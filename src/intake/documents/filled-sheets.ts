import { FORMS } from '../forms/forms';
import { type Cell, isBlank, textOf } from '../reading/cell';
import type { Sheet, SheetRow, Workbook } from '../reading/sheet';
import type { Column } from '../table/layout';
import { readTable } from '../table/read-table';
import { cleanWords, type DocumentLine, type Extracted } from './document';
import { extractFields } from './extract-fields';
import { type DocumentKind, labelIn, labelsFor } from './labels';

/** With labels that no row before has: fewer may be the headings of a list. */
const LEAST_ROWS = 3;
/** More rows are a list, whatever stands in them. */
const MOST_FORM_ROWS = 100;

const UNIT = /[(（](?:单位[:：]?)?((?:[百千]?万|亿|千)?元(?:[/／][年月])?)[)）]/;
const FIGURES = /^[\d.,]+(?:[-~–—至到][\d.,]+)?$/;

/** An amount under or beside "投入（万元）" with the unit that is printed there. */
function withUnit(label: string, cell: Cell): Cell {
  const [, unit] = UNIT.exec(label) ?? [];
  const words = textOf(cell);
  return unit !== undefined && FIGURES.test(words) ? `${words}${unit}` : cell;
}

/** A form filled in on a sheet: what it says under its labels. */
export interface FilledForm {
  readonly found: readonly Extracted[];
  /** A number as the sheet holds it, for of an identifier stored as one digits are lost; an amount with the unit beside it. */
  readonly cellOf: (one: Extracted) => Cell;
}

/** The sheets of a workbook that are forms, each with labels and words by turns; none where it is a list. */
export function formsOf({ sheets }: Workbook, kind: DocumentKind): FilledForm[] {
  return sheets
    .filter((sheet) => !sheet.hidden && isForm(sheet, kind))
    .map((sheet) => {
      const numbers = numbersOf(sheet);
      const amounts = amountsOf(sheet);
      const isAmount = (field: string) => FORMS[kind].fields[field]?.zh.includes('元') ?? false;
      return {
        found: extractFields({ lines: linesOf(sheet) }, kind),
        cellOf: ({ field, words }: Extracted) => (isAmount(field) ? amounts : numbers).get(words) ?? words,
      };
    })
    .filter(({ found }) => found.length >= LEAST_ROWS);
}

/** A form has words beside its labels, row after row; in a list labels stand beside each other, in a row or two. */
function isForm(sheet: Sheet, kind: DocumentKind): boolean {
  if (sheet.rows.length > MOST_FORM_ROWS) return false;
  const labels = labelsFor(kind);
  const seen = new Set<string>();
  const labelled = linesOf(sheet).filter(({ cells }) => {
    const before = seen.size;
    const fields = cells.map((cell) => labelIn(cell, labels, false)?.field);
    fields.forEach((field, at) => {
      if (field && at + 1 < cells.length && fields[at + 1] === undefined) seen.add(field);
    });
    return seen.size > before;
  });
  return labelled.length >= LEAST_ROWS;
}

const numbersOf = ({ rows }: Sheet): ReadonlyMap<string, Cell> =>
  new Map(
    rows.flatMap(({ cells }) =>
      cells.flatMap((cell): [string, Cell][] => (typeof cell === 'number' ? [[textOf(cell), cell]] : [])),
    ),
  );

const amountsOf = ({ rows }: Sheet): ReadonlyMap<string, Cell> =>
  new Map(
    rows
      .map(filledOf)
      .flatMap((cells) =>
        cells.map((cell, at): [string, Cell] => [
          textOf(cell),
          withUnit(textOf(cells[at - 1] ?? null), cell),
        ]),
      ),
  );

/** A merged cell is one: it says its words once in a row. */
const filledOf = ({ cells }: SheetRow): Cell[] =>
  cells
    .filter((cell) => !isBlank(cell))
    .filter((cell, at, all) => at === 0 || textOf(cell) !== textOf(all[at - 1] ?? null));

function linesOf({ rows }: Sheet): DocumentLine[] {
  return rows.flatMap((row): DocumentLine[] => {
    const words = filledOf(row).map((cell) => cleanWords(textOf(cell)));
    if (words.length > 1) return [{ cells: words, isRow: true }];
    return (words[0] ?? '').split('\n').map((line) => ({ cells: [line] }));
  });
}

/** A row of a list, by the fields of the form. */
export interface ListedRow {
  readonly cells: ReadonlyMap<string, Cell>;
  /** What stands in columns that the form does not have. */
  readonly others: string;
}

/** The rows of a list. @throws 400 as readTable */
export function listedRowsOf(workbook: Workbook, kind: DocumentKind): ListedRow[] {
  const { layout, rows } = readTable(workbook, [kind]);
  return rows.map(({ cells }) => ({
    cells: new Map(
      layout.columns.flatMap(({ field, heading }, at): [string, Cell][] =>
        field === null ? [] : [[field, withUnit(heading, cells[at] ?? null)]],
      ),
    ),
    others: othersOf(layout.columns, cells),
  }));
}

const othersOf = (columns: readonly Column[], cells: readonly Cell[]): string =>
  columns
    .map(({ use, heading }, at) => ({ use, heading, words: textOf(cells[at] ?? null) }))
    .filter(({ use, words }) => use === 'kept' && words !== '')
    .map(({ heading, words }) => `${heading}：${words}`)
    .join('；')
    .slice(0, 2_000);
