import { formatWan } from '../../common/money';
import type { Cell, ColumnKind, Report } from '../content/report';
import { neutralise } from './neutralise';

/** Excel takes a file for UTF-8 by this. */
const BYTE_ORDER_MARK = '\uFEFF';

const quoted = (text: string): string => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function plain(cell: Cell, kind: ColumnKind): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return neutralise(cell);
  return kind === 'money' ? formatWan(cell) : String(cell);
}

/** The first table of a report as RFC 4180, with a byte order mark and a header line. */
export function renderCsv({ tables: [table] }: Report): Buffer {
  if (!table) return Buffer.from(BYTE_ORDER_MARK);
  const lines = [
    table.columns.map(({ name }) => name),
    ...table.rows.map((row) => row.map((cell, at) => plain(cell, table.columns[at]!.kind))),
  ];
  return Buffer.from(BYTE_ORDER_MARK + lines.map((line) => line.map(quoted).join(',') + '\r\n').join(''));
}
