import { getDocumentProxy } from 'unpdf';
import { InvalidInput } from '../../common/errors';
import { cleanWords, type DocumentLine, type DocumentText, MOST_LINES } from './document';

interface Piece {
  text: string;
  x: number;
  y: number;
  width: number;
  height: number;
}

const MOST_PAGES = 60;

/** Pieces on one line of print, left to right; a gap wider than a blank begins a new cell. */
function lineOf(pieces: readonly Piece[]): DocumentLine {
  const cells: string[] = [];
  let end = -Infinity;
  for (const { text, x, width, height } of [...pieces].sort((a, b) => a.x - b.x)) {
    if (text.trim() === '') continue;
    const gap = x - end;
    if (cells.length > 0 && gap < height * 0.6)
      cells[cells.length - 1] += (gap > height * 0.3 ? ' ' : '') + text;
    else cells.push(text);
    end = x + width;
  }
  return { cells: cells.map(cleanWords) };
}

/** Pieces by line: those whose baselines are less than half a character apart. */
function linesOf(pieces: readonly Piece[]): DocumentLine[] {
  const lines: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const line = lines.at(-1);
    if (line?.[0] && Math.abs(line[0].y - piece.y) < Math.max(3, piece.height / 2)) line.push(piece);
    else lines.push([piece]);
  }
  const heights = pieces.map(({ height }) => height).sort((a, b) => a - b);
  const usual = heights[Math.floor(heights.length / 2)] ?? 0;
  return lines
    .map((line) => ({ ...lineOf(line), isHeading: line.every(({ height }) => height > usual * 1.1) }))
    .filter(({ cells }) => cells.some((cell) => cell !== ''));
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
        if (!('str' in item)) return [];
        const [, , , , x = 0, y = 0] = item.transform as number[];
        return [{ text: item.str, x, y, width: item.width, height: item.height || 10 }];
      });
      lines.push(...linesOf(pieces));
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
