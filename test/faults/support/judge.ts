import { appendFileSync } from 'node:fs';

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

/** Writes the figures as a row of the table that `npm run test:faults` prints, and fails the test when one falls short. */
export function judge(test: string, figures: Record<string, Figure>): void {
  const { FAULT_FIGURES } = process.env;
  if (FAULT_FIGURES) appendFileSync(FAULT_FIGURES, `${JSON.stringify({ test, figures })}\n`);
  const short = Object.entries(figures).filter(([, { reached }]) => !reached);
  expect(short.map(([name, { value, wanted }]) => `${name}: ${value}, wanted ${wanted}`)).toEqual([]);
}
