import { getDocumentProxy } from 'unpdf';
import { InvalidInput } from '../../common/errors';
import { type DocumentLine, type DocumentText, MOST_LINES } from './document';
import { cellsOf, columnsOf, paragraphsOf, type Piece, printsOf } from './print';
import { rulesOf } from './rules-of-page';
import { ruledRowsOf } from './ruled-table';

const MOST_PAGES = 60;
/** A form is no longer; behind these a table's rules are not looked for, within the time a document may take. */
const MOST_RULED_PAGES = 12;
/** Rules cost much to find: they are looked for where so much of a page's lines stands in cells. */
const LIKE_A_TABLE = 0.25;

/** In a row of a form, or of a page set in columns by a table, a cell of more words than a label has. */
const isLabelLike = (words: string): boolean => words.replace(/\s/g, '').length <= 24;

/** The lines of a page, its tables row by row, its columns one after the other. */
async function linesOf(
  pieces: readonly Piece[],
  page: Parameters<typeof rulesOf>[0],
): Promise<DocumentLine[]> {
  const heights = pieces.map(({ height }) => height).sort((a, b) => a - b);
  const usual = heights[Math.floor(heights.length / 2)] ?? 0;
  const inColumns = (some: readonly Piece[]): DocumentLine[] =>
    some.length === 0 ? [] : columnsOf(some).flatMap((column) => paragraphsOf(column, usual));
  const prints = printsOf(pieces);
  if (
    page.pageNumber > MOST_RULED_PAGES ||
    prints.filter((print) => cellsOf(print).length > 1).length < prints.length * LIKE_A_TABLE
  )
    return inColumns(pieces);
  const { rows, others } = ruledRowsOf(pieces, await rulesOf(page));
  const lines: DocumentLine[] = [];
  let waiting = printsOf(others);
  for (const { top, cells, words } of rows) {
    lines.push(...inColumns(waiting.filter(({ y }) => y > top).flatMap((print) => print.pieces)));
    waiting = waiting.filter(({ y }) => y <= top);
    if (words.length > 1 && isLabelLike(words[0] ?? '')) lines.push({ cells: words, isRow: true });
    else lines.push(...cells.flatMap(inColumns));
  }
  return [...lines, ...inColumns(waiting.flatMap((print) => print.pieces))];
}

/** The text of a PDF, page by page. @throws 400 IMPORT.BROKEN, IMPORT.ENCRYPTED, IMPORT.NO_TEXT */
export async function readPdf(bytes: Buffer): Promise<DocumentText> {
  const lines: DocumentLine[] = [];
  try {
    const pdf = await getDocumentProxy(new Uint8Array(bytes));
    for (
      let number = 1;
      number <= Math.min(pdf.numPages, MOST_PAGES) && lines.length < MOST_LINES;
      number++
    ) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      const pieces = items.flatMap((item): Piece[] => {
        if (!('str' in item) || item.str.trim() === '') return [];
        const [, , , , x = 0, y = 0] = item.transform as number[];
        return [{ text: item.str, x, y, width: item.width, height: item.height || 10 }];
      });
      lines.push(...(await linesOf(pieces, page)).filter(({ cells }) => cells.some((cell) => cell !== '')));
    }
  } catch (cause) {
    const isLocked = cause instanceof Error && cause.name === 'PasswordException';
    throw new InvalidInput(isLocked ? 'IMPORT.ENCRYPTED' : 'IMPORT.BROKEN', 'The file cannot be read', {
      cause,
    });
  }
  if (lines.length === 0) throw new InvalidInput('IMPORT.NO_TEXT', 'The file holds pictures only');
  return { lines };
}
