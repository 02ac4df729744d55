import { parse } from 'csv-parse/sync';
import { InvalidInput } from '../../common/errors';
import { decodeText } from './decode-text';
import { LIMITS, type SheetRow, type Workbook } from './sheet';

const DELIMITERS = [',', '\t', ';'] as const;

/** Cells in quotes, the last of which may be cut off. */
const QUOTED = /"[^"]*(?:"|$)/g;

/**
 * The delimiter that the first lines hold most of between their cells: Excel writes tabs as "Unicode text", and some regions
 * semicolons.
 */
function delimiterOf(text: string): string {
  const head = text.slice(0, 5_000).replace(QUOTED, '');
  const count = (delimiter: string) => head.split(delimiter).length;
  return DELIMITERS.reduce((best, next) => (count(next) > count(best) ? next : best));
}

/** @throws 400 IMPORT.ENCODING, IMPORT.BROKEN, IMPORT.TOO_MANY_ROWS */
export function readCsv(bytes: Buffer): Workbook {
  const text = decodeText(bytes);
  const rows: SheetRow[] = [];
  let number = 0;
  try {
    parse(text, {
      bom: true,
      delimiter: delimiterOf(text),
      relax_column_count: true,
      relax_quotes: true,
      on_record: (record: string[]) => {
        number += 1;
        if (record.some((cell) => cell.trim() !== ''))
          rows.push({
            number,
            cells: record.slice(0, LIMITS.columns).map((cell) => (cell === '' ? null : cell)),
          });
        if (rows.length > LIMITS.dataRows + 100)
          throw new InvalidInput('IMPORT.TOO_MANY_ROWS', 'Too many rows');
        return null;
      },
    });
  } catch (error) {
    if (error instanceof InvalidInput) throw error;
    throw new InvalidInput('IMPORT.BROKEN', 'The file is damaged', { cause: error });
  }
  return { sheets: [{ name: '', hidden: false, rows }], macros: false };
}
