/** Things that succeed independently with one chance, which is itself known only as a beta distribution. */
export interface Group {
  n: number;
  a: number;
  b: number;
  /** What the chance is multiplied by, 0 to 1: success in time. */
  share: number;
}

/** Points at which a beta distribution is read. */
const POINTS = 400;

/** Probability of each number of successes, from 0 up: the mixture of binomials that each group is, summed over all groups. */
export const successes = (groups: readonly Group[]): number[] =>
  groups.filter(({ n }) => n > 0).reduce<number[]>((all, group) => convolve(all, ofGroup(group)), [1]);

function ofGroup({ n, a, b, share }: Group): number[] {
  const sums = new Array<number>(n + 1).fill(0);
  for (const { at, weight } of betaPoints(a, b)) {
    binomial(n, at * share).forEach((chance, k) => (sums[k] = (sums[k] ?? 0) + weight * chance));
  }
  return sums;
}

function betaPoints(a: number, b: number): { at: number; weight: number }[] {
  const points = Array.from({ length: POINTS }, (_, i) => (i + 0.5) / POINTS);
  const logs = points.map((p) => (a - 1) * Math.log(p) + (b - 1) * Math.log1p(-p));
  const highest = Math.max(...logs);
  const raw = logs.map((log) => Math.exp(log - highest));
  const sum = raw.reduce((total, weight) => total + weight, 0);
  return points.map((at, i) => ({ at, weight: (raw[i] ?? 0) / sum }));
}

/** Computed outward from the most likely number, so that nothing underflows for large n. */
function binomial(n: number, p: number): number[] {
  const chances = new Array<number>(n + 1).fill(0);
  if (p <= 0 || p >= 1) {
    chances[p <= 0 ? 0 : n] = 1;
    return chances;
  }
  const mode = Math.min(n, Math.floor((n + 1) * p));
  const odds = p / (1 - p);
  chances[mode] = 1;
  for (let k = mode; k < n; k++) chances[k + 1] = ((chances[k] ?? 0) * (n - k) * odds) / (k + 1);
  for (let k = mode; k > 0; k--) chances[k - 1] = ((chances[k] ?? 0) * k) / ((n - k + 1) * odds);
  const sum = chances.reduce((total, chance) => total + chance, 0);
  return chances.map((chance) => chance / sum);
}

function convolve(one: readonly number[], other: readonly number[]): number[] {
  const all = new Array<number>(one.length + other.length - 1).fill(0);
  one.forEach((x, i) => other.forEach((y, j) => (all[i + j] = (all[i + j] ?? 0) + x * y)));
  return all;
}

export const meanOf = (chances: readonly number[]): number =>
  chances.reduce((sum, chance, k) => sum + k * chance, 0);

/**
 * The numbers between which the truth lies with probability `level`. Half of a bound's own probability is taken to lie on either side of
 * it (mid-P), which on average neither widens nor narrows the interval of whole numbers.
 */
export function intervalOf(chances: readonly number[], level: number): { low: number; high: number } {
  const tail = (1 - level) / 2;
  let below = 0;
  let low: number | undefined;
  let high = 0;
  chances.forEach((chance, k) => {
    const middle = below + chance / 2;
    if (middle >= tail) low ??= k;
    if (middle <= 1 - tail) high = k;
    below += chance;
  });
  return { low: Math.min(low ?? 0, high), high };
}

/** Probability of at least `k`. */
export const chanceOfAtLeast = (chances: readonly number[], k: number): number =>
  k <= 0 ? 1 : chances.slice(k).reduce((sum, chance) => sum + chance, 0);
