import { appendFileSync } from 'node:fs';
import { isLong } from './size';

export interface Figure {
  value: number;
  wanted: string;
  reached: boolean;
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

export const exactly = (wanted: number, value: number): Figure => ({
  value: rounded(value),
  wanted: `= ${wanted}`,
  reached: value === wanted,
});
export const atMost = (most: number, value: number): Figure => ({
  value: rounded(value),
  wanted: `≤ ${most}`,
  reached: value <= most,
});
export const atLeast = (least: number, value: number): Figure => ({
  value: rounded(value),
  wanted: `≥ ${least}`,
  reached: value >= least,
});

/** Fails the test when a figure falls short; the long form prints them all in one table at its end (figures-reporter.cjs). */
export function judge(test: string, figures: Record<string, Figure>): void {
  if (isLong) note(test, figures);
  const short = Object.entries(figures).filter(([, { reached }]) => !reached);
  expect(short.map(([name, { value, wanted }]) => `${name}: ${value}, wanted ${wanted}`)).toEqual([]);
}

function note(test: string, figures: Record<string, Figure>): void {
  const lines = Object.entries(figures).map(
    ([figure, { value, wanted, reached }]) =>
      `${JSON.stringify({ test, figure, reached: value, wanted, met: reached })}\n`,
  );
  appendFileSync(process.env.FAULTS_FIGURES ?? '/dev/stderr', lines.join(''));
}
