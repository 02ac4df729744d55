import {
  type Cell as StoredCell,
  type CellValue,
  readXlsx as parse,
  type Sheet as StoredSheet,
} from 'hucre/xlsx';
import { InvalidInput } from '../../common/errors';
import { checkArchive, verifySizes } from './archive-check';
import { type Cell, isBlank } from './cell';
import { LIMITS, type Sheet, type SheetRow, type Workbook } from './sheet';

/** What a formula shows that failed. */
const FAILED = /^#(?:DIV\/0!|REF!|N\/A|VALUE!|NAME\?|NUM!|NULL!)$/;

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);

function cellOf(value: CellValue, stored: StoredCell | undefined): Cell {
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? null : { day: dayOf(value) };
  if (value === null && stored?.formula !== undefined) {
    const result = stored.formulaResult ?? null;
    return result === null ? { formula: stored.formula.slice(0, 200) } : cellOf(result, undefined);
  }
  if (typeof value === 'string' && FAILED.test(value)) return { formula: value };
  return value === '' ? null : value;
}

/** A merged cell says its value for every row and column that it covers. */
function spread({ rows, merges = [] }: StoredSheet): CellValue[][] {
  const filled = rows.map((row) => [...row]);
  for (const { startRow, startCol, endRow, endCol } of merges) {
    const value = filled[startRow]?.[startCol] ?? null;
    if (value === null) continue;
    const lastCol = Math.min(endCol, LIMITS.columns);
    for (let row = startRow; row <= Math.min(endRow, filled.length - 1); row++)
      for (let col = startCol; col <= lastCol; col++) (filled[row] as CellValue[])[col] = value;
  }
  return filled;
}

function sheetOf(sheet: StoredSheet): Sheet {
  const rows = spread(sheet).flatMap((row, at): SheetRow[] => {
    const cells = row
      .slice(0, LIMITS.columns)
      .map((value, col) => cellOf(value ?? null, sheet.cells?.get(`${at},${col}`)));
    return cells.every(isBlank) ? [] : [{ number: at + 1, cells }];
  });
  if (rows.length > LIMITS.dataRows + 100) throw new InvalidInput('IMPORT.TOO_MANY_ROWS', 'Too many rows');
  return { name: sheet.name, hidden: sheet.hidden === true || sheet.veryHidden === true, rows };
}

/**
 * The sheets of an .xlsx file; macros are left alone and named.
 * @throws 400 IMPORT.ARCHIVE, IMPORT.BROKEN, IMPORT.ENCRYPTED, IMPORT.TOO_MANY_ROWS
 */
export async function readXlsx(bytes: Buffer): Promise<Workbook> {
  const names = await checkArchive(bytes);
  await verifySizes(bytes);
  try {
    const { sheets } = await parse(bytes, { maxRows: LIMITS.rows });
    return { sheets: sheets.map(sheetOf), macros: names.some((name) => /vbaProject\.bin$/i.test(name)) };
  } catch (error) {
    if (error instanceof InvalidInput) throw error;
    throw new InvalidInput('IMPORT.BROKEN', 'The file is damaged', { cause: error });
  }
}
