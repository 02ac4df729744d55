/** Rows of cells, as they were copied. */
export type Rows = readonly (readonly string[])[];

/** A cell in quotes holds tabs or line breaks; one that only begins with a quote is what it says: `"5 英寸`. */
const CELL = /"([^"]*(?:""[^"]*)*)"(?=[\t\r\n]|$)|([^\t\r\n]*)/y;
const LINE_END = /\r\n?|\n/y;

/** What spreadsheets put on the clipboard as text: cells between tabs, rows on lines. */
export function cellsOf(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  const passes = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at = pattern.lastIndex;
    return match;
  };
  while (at < text.length || row.length > 0) {
    const [, quoted, bare = ''] = passes(CELL) ?? [];
    row.push(quoted?.replaceAll('""', '"') ?? bare);
    if (text[at] === '\t') at++;
    else {
      passes(LINE_END);
      rows.push(row);
      row = [];
    }
  }
  while (rows.at(-1)?.every((cell) => cell.trim() === '')) rows.pop();
  return rows;
}

/** The same text for these cells. */
export const tabsOf = (rows: Rows): string =>
  rows
    .map((cells) => cells.map((cell) => (/[\t\r\n]|^"/.test(cell) ? quote(cell) : cell)).join('\t'))
    .join('\n');

/** A list of one column may be anything: headings over rows are looked for. */
export const isTable = (rows: Rows): boolean => rows.length > 1 && rows.some(({ length }) => length > 1);

export const widthOf = (rows: Rows): number => Math.max(0, ...rows.map(({ length }) => length));

/** The file that is sent: every cell in quotes, so that nothing in it is taken for the edge of one. */
export const fileOf = (rows: Rows, name: string): File =>
  new File([rows.map((cells) => cells.map(quote).join(',')).join('\r\n')], name, { type: 'text/csv' });

const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** A cell that may cover several. */
export interface SpanningCell {
  readonly words: string;
  readonly rowSpan: number;
  readonly colSpan: number;
}

/** A merged cell says its words in every row and column that it covers, as it does in a file. */
export function spread(rows: readonly (readonly SpanningCell[])[]): string[][] {
  const grid = rows.map((): string[] => []);
  rows.forEach((cells, at) => {
    let column = 0;
    for (const { words, rowSpan, colSpan } of cells) {
      while (grid[at]?.[column] !== undefined) column++;
      for (const row of grid.slice(at, at + rowSpan))
        for (let over = 0; over < colSpan; over++) row[column + over] = words;
      column += colSpan;
    }
  });
  return grid.map((row) => Array.from(row, (words: string | undefined) => words ?? ''));
}
