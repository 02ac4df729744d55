import { type Part, PARTS, type PartWeights } from '../model';

export interface PartScore {
  readonly part: Part;
  /** 0…1; null when there is no data, whose weight the other parts share. */
  readonly value: number | null;
  /** The share of 100 that this part could add, 0…1; the weights of all parts with data sum to 1. */
  readonly weight: number;
  /** What it adds to the score. */
  readonly points: number;
}

/** Spreads the weights over the parts that have data. The score is the sum of the points. */
export function combineParts(
  values: Readonly<Record<Part, number | null>>,
  weights: PartWeights,
): PartScore[] {
  let available = 0;
  for (const part of PARTS) if (values[part] !== null) available += weights[part];
  return PARTS.map((part) => {
    const value = values[part];
    const weight = value === null || available === 0 ? 0 : weights[part] / available;
    return { part, value, weight, points: 100 * weight * (value ?? 0) };
  });
}

/** The points of `combineParts`, bit for bit, in the order of the parts; null for one without data. */
export function pointsOf(
  values: Readonly<Record<Part, number | null>>,
  weights: PartWeights,
): (number | null)[] {
  let available = 0;
  for (const part of PARTS) if (values[part] !== null) available += weights[part];
  return PARTS.map((part) => {
    const value = values[part];
    if (value === null) return null;
    return available === 0 ? 0 : 100 * (weights[part] / available) * value;
  });
}

/** The sum of the points of `combineParts`, bit for bit, for those who need no more. */
export function sumOfPoints(values: Readonly<Record<Part, number | null>>, weights: PartWeights): number {
  let available = 0;
  for (const part of PARTS) if (values[part] !== null) available += weights[part];
  if (available === 0) return 0;
  let sum = 0;
  for (const part of PARTS) {
    const value = values[part];
    if (value !== null) sum += 100 * (weights[part] / available) * value;
  }
  return sum;
}
