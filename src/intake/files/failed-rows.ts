import { writeXlsx } from 'hucre/xlsx';
import type { Cell } from '../reading/cell';
import { isDay, isFormula, textOf } from '../reading/cell';
import type { Layout } from '../table/layout';
import { safeCell } from './safe-cell';

/** A row that did not get in, and why. */
export interface FailedRow {
  readonly number: number;
  readonly cells: readonly Cell[];
  readonly reason: string;
}

/** The heading of the column that says why; an import passes it over. */
export const REASON_HEADING = '失败原因';

function shown(cell: Cell): string | number | null {
  if (cell === null) return null;
  if (typeof cell === 'number') return cell;
  if (isDay(cell)) return cell.day;
  if (isFormula(cell)) return null;
  return safeCell(textOf(cell));
}

/** The rows as they were sent, under their own headings, with the reason at the end: mended, the file is sent again as it is. */
export function failedRowsFile({ columns }: Layout, rows: readonly FailedRow[]): Promise<Uint8Array> {
  const headings = columns.map(({ heading }) => heading);
  return writeXlsx({
    sheets: [
      {
        name: '未导入',
        columns: [...headings.map(() => ({ width: 18 })), { width: 60 }],
        freezePane: { rows: 1 },
        rows: [
          [...headings, REASON_HEADING],
          ...rows.map(({ cells, reason }) => [...headings.map((_, at) => shown(cells[at] ?? null)), reason]),
        ],
      },
    ],
  });
}
