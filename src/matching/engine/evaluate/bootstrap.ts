import { seededRandom } from '../seeded-random';

/** A mean with its 95 % interval. */
export interface Interval {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

const SAMPLES = 2000;
const SEED = 20221;

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** The percentile bootstrap over queries (Efron 1979), seeded, so that the same values give the same interval. */
export function bootstrapMean(values: readonly number[]): Interval {
  const random = seededRandom(SEED);
  const means = Float64Array.from({ length: SAMPLES }, () => {
    let sum = 0;
    for (let i = 0; i < values.length; i++) sum += values[Math.floor(random() * values.length)] ?? 0;
    return values.length === 0 ? 0 : sum / values.length;
  }).sort();
  return {
    mean: mean(values),
    low: means[Math.floor(SAMPLES * 0.025)] ?? 0,
    high: means[Math.floor(SAMPLES * 0.975)] ?? 0,
  };
}
