import { type Cell as SheetCell, type CellStyle, type WriteSheet, writeXlsx } from 'hucre/xlsx';
import type { Cell, Column, ColumnKind, Report, ReportTable } from '../content/report';
import { sayIn } from '../content/say';
import { neutralise } from './neutralise';

const WAN = 10_000;
const FONT = '宋体';
const THIN = { style: 'thin' as const };
const BORDER = { top: THIN, right: THIN, bottom: THIN, left: THIN };
const FORMATS: Record<ColumnKind, string | undefined> = {
  text: undefined,
  day: undefined,
  count: '0',
  number: '0.0',
  money: '#,##0.####',
  share: '0.0%',
};
const TITLE: CellStyle = { font: { name: '黑体', size: 16 }, alignment: { horizontal: 'center' } };
const SUBTITLE: CellStyle = { font: { name: FONT, size: 10 }, alignment: { horizontal: 'center' } };
const HEADER: CellStyle = {
  font: { name: FONT, size: 10, bold: true },
  alignment: { horizontal: 'center', vertical: 'center', wrapText: true },
  border: BORDER,
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'EEF2F7' } },
};
const NOTE: CellStyle = { font: { name: FONT, size: 9 } };

/** A workbook with a sheet for each table: title, period, header, rows, notes; ready to print on A4 across. */
export async function renderXlsx(report: Report): Promise<Buffer> {
  return Buffer.from(await writeXlsx({ sheets: report.tables.map((table) => sheetOf(report, table)) }));
}

/** Rows above the first row of the table: title, period, header. */
const ABOVE = 3;

function sheetOf(report: Report, table: ReportTable): WriteSheet {
  const rows: Cell[][] = [
    [neutralise(report.title)],
    [`${report.period}\u3000${sayIn(report.locale)('数据截至', 'as of')} ${shanghai(report)}`],
    table.columns.map(({ name }) => name),
    ...table.rows.map((row) => row.map((cell, at) => valueOf(cell, table.columns[at]!))),
    ...report.notes.map((note) => [neutralise(note)]),
  ];
  const last = Math.max(0, table.columns.length - 1);
  const merged = [0, 1, ...report.notes.map((_, at) => ABOVE + table.rows.length + at)];
  return {
    name: table.name.replace(/[[\]*?/\\:]/g, ' ').slice(0, 31),
    columns: table.columns.map(({ width }) => ({ width })),
    rows,
    cells: stylesOf(table, report.notes.length),
    merges: last > 0 ? merged.map((row) => ({ startRow: row, startCol: 0, endRow: row, endCol: last })) : [],
    freezePane: { rows: ABOVE },
    pageSetup: {
      paperSize: 'a4',
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `$${ABOVE}:$${ABOVE}`,
    },
  };
}

function stylesOf({ columns, rows }: ReportTable, notes: number): Map<string, Partial<SheetCell>> {
  const styles = new Map<string, Partial<SheetCell>>([
    ['0,0', { style: TITLE }],
    ['1,0', { style: SUBTITLE }],
  ]);
  columns.forEach(({ kind }, column) => {
    styles.set(`${ABOVE - 1},${column}`, { style: HEADER });
    const style: CellStyle = {
      font: { name: FONT, size: 10 },
      border: BORDER,
      alignment: { vertical: 'center', wrapText: true },
      ...(FORMATS[kind] !== undefined && { numFmt: FORMATS[kind] }),
    };
    for (let row = 0; row < rows.length; row++) styles.set(`${ABOVE + row},${column}`, { style });
  });
  for (let note = 0; note < notes; note++) styles.set(`${ABOVE + rows.length + note},0`, { style: NOTE });
  return styles;
}

function valueOf(cell: Cell, { kind }: Column): Cell {
  if (typeof cell === 'string') return neutralise(cell);
  return cell !== null && kind === 'money' ? cell / WAN : cell;
}

const shanghai = ({ asOf, locale }: Report): string =>
  new Date(asOf).toLocaleString(locale === 'en' ? 'en-GB' : locale, {
    timeZone: 'Asia/Shanghai',
    dateStyle: 'short',
    timeStyle: 'short',
  });
