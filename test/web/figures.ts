/**
 * How much longer than its figure a time may be before a test fails: the figures are for a machine of one's own, the tests
 * share theirs with other tests. What was measured is printed either way.
 */
const SLACK = 8;

/** Prints a measured figure beside the one to reach, and fails only where no load of the machine explains it. */
export function expectTime(name: string, ms: number, bar: number): void {
  console.info(`${name}: ${Math.round(ms)} ms (to reach: ${bar})`);
  expect(ms).toBeLessThanOrEqual(bar * SLACK);
}

/** The same for what no load can change. */
export function expectAtMost(name: string, value: number, bar: number, unit: string): void {
  console.info(`${name}: ${Math.round(value)} ${unit} (at most: ${bar})`);
  expect(value).toBeLessThanOrEqual(bar);
}

export const medianOf = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Infinity;
