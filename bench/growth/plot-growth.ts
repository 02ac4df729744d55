import { readFileSync, writeFileSync } from 'node:fs';
import type { GrowthPoint } from './measure-growth';

/** `node dist/bench/growth/plot-growth.js` draws docs/growth.json into docs/growth.svg: time of a query by size, both logarithmic. */
const [WIDTH, HEIGHT, MARGIN] = [640, 400, 70];
const SIZES = [10_000, 100_000, 1_000_000];
const TIMES = [0.01, 0.1, 1, 10];
const SERIES: readonly { name: string; colour: string; of: (point: GrowthPoint) => number }[] = [
  { name: 'exact, best 50', colour: '#1f5fa8', of: ({ query }) => query.cpuMs },
  { name: 'candidates, best 50', colour: '#b3541e', of: ({ candidates }) => candidates.cpuMs },
];

/** Where a value lies between the first and last of `marks`, 0 … 1. */
const share = (value: number, marks: readonly number[]): number =>
  Math.log(value / marks[0]!) / Math.log(marks.at(-1)! / marks[0]!);
const x = (docs: number): number => MARGIN + share(docs, SIZES) * (WIDTH - 2 * MARGIN);
const y = (ms: number): number => HEIGHT - MARGIN - share(ms, TIMES) * (HEIGHT - 2 * MARGIN);
const label = (at: { x: number; y: number; anchor: string }, words: string, colour = '#333'): string =>
  `<text x="${at.x}" y="${at.y}" text-anchor="${at.anchor}" fill="${colour}">${words}</text>`;

function plot(points: readonly GrowthPoint[]): string {
  const right = WIDTH - MARGIN;
  const grid = [
    ...TIMES.flatMap((ms) => [
      `<line x1="${MARGIN}" x2="${right}" y1="${y(ms)}" y2="${y(ms)}" stroke="#ddd"/>`,
      label({ x: MARGIN - 8, y: y(ms) + 4, anchor: 'end' }, `${ms} ms`),
    ]),
    ...SIZES.map((docs) =>
      label({ x: x(docs), y: HEIGHT - MARGIN + 20, anchor: 'middle' }, docs.toLocaleString('en')),
    ),
    label({ x: WIDTH / 2, y: HEIGHT - 20, anchor: 'middle' }, 'records'),
    label({ x: WIDTH / 2, y: 30, anchor: 'middle' }, 'Processor time of one query'),
  ];
  const lines = SERIES.flatMap(({ name, colour, of }, at) => [
    `<polyline fill="none" stroke="${colour}" stroke-width="2" points="${points
      .map((point) => `${x(point.docs).toFixed(1)},${y(of(point)).toFixed(1)}`)
      .join(' ')}"/>`,
    ...points.map(
      (point) => `<circle cx="${x(point.docs)}" cy="${y(of(point)).toFixed(1)}" r="3" fill="${colour}"/>`,
    ),
    label({ x: MARGIN + 12, y: MARGIN + 6 + 20 * at, anchor: 'start' }, name, colour),
  ]);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="13">`,
    '<rect width="100%" height="100%" fill="#fff"/>',
    ...grid,
    ...lines,
    '</svg>\n',
  ].join('\n');
}

writeFileSync('docs/growth.svg', plot(JSON.parse(readFileSync('docs/growth.json', 'utf8')) as GrowthPoint[]));
