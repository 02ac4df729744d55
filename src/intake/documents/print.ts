import { cleanWords, type DocumentLine } from './document';

/** A run of text where it is printed, in points from the lower left corner. */
export interface Piece {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A line of print: what stands on one baseline. */
export interface Print {
  readonly pieces: readonly Piece[];
  readonly y: number;
}

/** Pieces by line: those whose baselines are less than half a character apart. */
export function printsOf(pieces: readonly Piece[]): Print[] {
  const lines: Piece[][] = [];
  for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.x - b.x)) {
    const line = lines.at(-1);
    if (line?.[0] && Math.abs(line[0].y - piece.y) < Math.max(3, piece.height / 2)) line.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) => ({ pieces: line, y: line[0]?.y ?? 0 }));
}

/** Left to right; a gap wider than a blank begins a new cell. */
export function cellsOf({ pieces }: Print): string[] {
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
  return cells.map(cleanWords);
}

const lineOf = (print: Print, usualHeight: number): DocumentLine => ({
  cells: cellsOf(print),
  isHeading: print.pieces.every(({ height }) => height > usualHeight * 1.1),
});

const endOf = ({ x, width }: Piece): number => x + width;

/** A line that begins something: a bullet, a number, a label. */
const BEGINS =
  /^(?:[·•●■◆▪▌【（([①-⑳]|\d{1,2}[.．、)）]|[一二三四五六七八九十]+[、.．]|[^\s：:｜|，。；]{2,10}[：:｜|])/;

/** The lines of a column; one that reaches the right edge goes on in the next. */
export function paragraphsOf(pieces: readonly Piece[], usualHeight: number): DocumentLine[] {
  const lines: DocumentLine[] = [];
  const edge = Math.max(...pieces.map(endOf));
  let before: Print | undefined;
  for (const print of printsOf(pieces)) {
    const line = lineOf(print, usualHeight);
    const last = lines.at(-1);
    const [words = ''] = line.cells;
    const [said = ''] = last?.cells ?? [];
    const height = print.pieces[0]?.height ?? 0;
    const reaches = before && Math.max(...before.pieces.map(endOf)) > edge - 1.8 * height;
    const near = before && before.y - print.y < 2.6 * height;
    if (reaches && near && last?.cells.length === 1 && line.cells.length === 1 && !BEGINS.test(words))
      lines[lines.length - 1] = { ...last, cells: [`${said}${/[\w.,;)]$/.test(said) ? ' ' : ''}${words}`] };
    else lines.push(line);
    before = print;
  }
  return lines;
}

/** In a column of its own a side bar has at least so many lines, of which so few share a baseline with the other's. */
const LEAST_LINES = 6;
const MOST_SHARED = 0.5;

/** The columns that a page is printed in, left before right, under what runs across them; one where there are no two. */
export function columnsOf(pieces: readonly Piece[]): (readonly Piece[])[] {
  const starts = new Map<number, number>();
  for (const { x } of pieces) starts.set(Math.round(x), (starts.get(Math.round(x)) ?? 0) + 1);
  const gutters = [...starts].filter(([, times]) => times >= LEAST_LINES).map(([x]) => x);
  const right = Math.max(...pieces.map(endOf));
  const left = Math.min(...pieces.map(({ x }) => x));
  for (const gutter of gutters.sort((a, b) => a - b)) {
    if (gutter < left + (right - left) * 0.2 || gutter > left + (right - left) * 0.8) continue;
    const after = pieces.filter(({ x }) => x >= gutter - 1);
    const before = pieces.filter((piece) => endOf(piece) <= gutter - 4);
    const across = pieces.filter((piece) => piece.x < gutter - 1 && endOf(piece) > gutter - 4);
    const [few, many] = [printsOf(before), printsOf(after)].sort((a, b) => a.length - b.length);
    if (!few || !many || few.length < LEAST_LINES || across.length > pieces.length / 10) continue;
    const shared = few.filter(({ y }) => many.some((other) => Math.abs(other.y - y) < 1));
    if (shared.length / few.length < MOST_SHARED) return [across, before, after];
  }
  return [pieces];
}
