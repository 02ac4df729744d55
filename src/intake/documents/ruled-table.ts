import { cleanWords } from './document';
import { cellsOf, type Piece, printsOf } from './print';

/** A rule printed along one axis: across at a height, or down at a distance from the left. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Rules {
  readonly across: readonly Rule[];
  readonly down: readonly Rule[];
}

/** A row of a printed table, with the height it begins at. */
export interface RuledRow {
  readonly top: number;
  readonly cells: readonly (readonly Piece[])[];
  readonly words: readonly string[];
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly pieces: Piece[];
}

/** Rules end a little before the corner and lie a little beside each other. */
const SLACK = 3;

const nearest = (rules: readonly Rule[], at: number, along: number, sign: 1 | -1): number | undefined => {
  let best: number | undefined;
  for (const rule of rules)
    if (
      (rule.at - at) * sign > 0 &&
      rule.from - SLACK <= along &&
      along <= rule.to + SLACK &&
      (best === undefined || (best - rule.at) * sign > 0)
    )
      best = rule.at;
  return best;
};

/** Words of a cell; a line that reaches the cell's right edge goes on in the next. */
function wordsIn({ pieces, right }: Box): string {
  let words = '';
  let goesOn = true;
  for (const print of printsOf(pieces)) {
    words += (goesOn ? '' : '\n') + cellsOf(print).join(' ');
    const last = print.pieces.reduce((a, b) => (b.x + b.width > a.x + a.width ? b : a));
    goesOn = last.x + last.width > right - 2 * last.height;
  }
  return cleanWords(words);
}

/** The rows of the tables whose rules are printed, and the pieces that stand in none. */
export function ruledRowsOf(pieces: readonly Piece[], { across, down }: Rules) {
  const boxes = new Map<string, Box>();
  const others: Piece[] = [];
  for (const piece of pieces) {
    const middle = piece.y + piece.height * 0.3;
    const start = piece.x + Math.min(piece.width / 2, piece.height / 2);
    const top = nearest(across, middle, start, 1);
    const bottom = nearest(across, middle, start, -1);
    const left = nearest(down, start, middle, -1);
    const right = nearest(down, start, middle, 1);
    if (top === undefined || bottom === undefined || left === undefined || right === undefined) {
      others.push(piece);
      continue;
    }
    const key = [left, right, top, bottom].map((edge) => Math.round(edge / 2)).join();
    const box = boxes.get(key) ?? { left, right, top, bottom, pieces: [] };
    box.pieces.push(piece);
    boxes.set(key, box);
  }
  const rows: Box[][] = [];
  for (const box of [...boxes.values()].sort((a, b) => b.top - a.top || a.left - b.left)) {
    const row = rows.at(-1);
    if (row?.[0] && row[0].top - box.top < SLACK) row.push(box);
    else rows.push([box]);
  }
  return {
    rows: rows.map((row): RuledRow => {
      const cells = row.sort((a, b) => a.left - b.left);
      return {
        top: row[0]?.top ?? 0,
        cells: cells.map(({ pieces: inside }) => inside),
        words: cells.map(wordsIn),
      };
    }),
    others,
  };
}
