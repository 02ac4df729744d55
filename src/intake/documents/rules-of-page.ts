import { getResolvedPDFJS, type getDocumentProxy } from 'unpdf';
import type { Rule, Rules } from './ruled-table';

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof getDocumentProxy>>['getPage']>>;
type Matrix = readonly [number, number, number, number, number, number];

/** A filled box no wider than this is a rule. */
const HAIR = 2;
/** Shorter strokes are underlines of a letter or boxes to tick. */
const LEAST = 14;

/** Numbers that follow each mark of a path: move, line, curve, quadratic curve, close. */
const ARGUMENTS = [2, 2, 6, 4, 0] as const;

const multiply = (m: Matrix, n: Matrix): Matrix => [
  m[0] * n[0] + m[2] * n[1],
  m[1] * n[0] + m[3] * n[1],
  m[0] * n[2] + m[2] * n[3],
  m[1] * n[2] + m[3] * n[3],
  m[0] * n[4] + m[2] * n[5] + m[4],
  m[1] * n[4] + m[3] * n[5] + m[5],
];

type Point = readonly [number, number];
const moved = ([a, b, c, d, e, f]: Matrix, x: number, y: number): Point => [
  a * x + c * y + e,
  b * x + d * y + f,
];

/** Node.js before 21 has no such method, without which pdf.js stops at the first font. */
function provideTransfer(): void {
  if (!('transferToFixedLength' in ArrayBuffer.prototype))
    Object.defineProperty(ArrayBuffer.prototype, 'transferToFixedLength', {
      value: function (this: ArrayBuffer) {
        return structuredClone(this, { transfer: [this] });
      },
    });
}

/** The strokes of a path as pairs of points. */
function strokesOf(path: ArrayLike<number>, matrix: Matrix): [Point, Point][] {
  const strokes: [Point, Point][] = [];
  let first: Point = [0, 0];
  let last: Point = [0, 0];
  for (let at = 0; at < path.length;) {
    const mark = path[at] ?? 4;
    const count = ARGUMENTS[mark] ?? 0;
    const end: Point = count === 0 ? first : moved(matrix, path[at + count - 1] ?? 0, path[at + count] ?? 0);
    if (mark === 0) first = end;
    else if (mark === 1 || mark === 4) strokes.push([last, end]);
    last = end;
    at += 1 + count;
  }
  return strokes;
}

/** The rules that a page is printed with. */
export async function rulesOf(page: Page): Promise<Rules> {
  provideTransfer();
  const { OPS } = await getResolvedPDFJS();
  const { fnArray, argsArray } = await page.getOperatorList();
  const across: Rule[] = [];
  const down: Rule[] = [];
  const saved: Matrix[] = [];
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  const add = ([x1, y1]: Point, [x2, y2]: Point) => {
    const [width, height] = [Math.abs(x1 - x2), Math.abs(y1 - y2)];
    if (height <= HAIR && width >= LEAST)
      across.push({ at: (y1 + y2) / 2, from: Math.min(x1, x2), to: Math.max(x1, x2) });
    else if (width <= HAIR && height >= LEAST / 2)
      down.push({ at: (x1 + x2) / 2, from: Math.min(y1, y2), to: Math.max(y1, y2) });
  };
  const filled: readonly number[] = [OPS.fill, OPS.eoFill];
  fnArray.forEach((operation, at) => {
    const given = argsArray[at] as unknown[];
    if (operation === OPS.save) saved.push(matrix);
    else if (operation === OPS.restore) matrix = saved.pop() ?? matrix;
    else if (operation === OPS.transform) matrix = multiply(matrix, given as unknown as Matrix);
    else if (operation === OPS.constructPath) {
      const [use, [path], box] = given as [number, [ArrayLike<number> | null], ArrayLike<number> | null];
      if (use === OPS.endPath || !path || !box) return;
      if (filled.includes(use))
        add(moved(matrix, box[0] ?? 0, box[1] ?? 0), moved(matrix, box[2] ?? 0, box[3] ?? 0));
      else for (const [from, to] of strokesOf(path, matrix)) add(from, to);
    }
  });
  return { across, down };
}
