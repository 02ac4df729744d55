import { type Part, PARTS, type PartWeights } from '../model';
import { combineParts } from './combine-parts';

/** A number for each part; null where there is no data. */
export type PartNumbers = Readonly<Record<Part, number | null>>;

/** The parts' values (0…1) behind their points under `weights`; a part that weighed nothing is not known. */
export function valuesBehind(points: PartNumbers, weights: PartWeights): PartNumbers {
  let available = 0;
  for (const part of PARTS) if (points[part] !== null) available += weights[part];
  const valueOf = (part: Part): number | null => {
    const found = points[part];
    return found === null || weights[part] === 0 ? null : (found * available) / (100 * weights[part]);
  };
  return {
    text: valueOf('text'),
    meaning: valueOf('meaning'),
    tags: valueOf('tags'),
    criteria: valueOf('criteria'),
  };
}

/** The score, 0…100, of parts with these values. */
export const scoreOfParts = (values: PartNumbers, weights: PartWeights): number =>
  combineParts(values, weights).reduce((sum, { points }) => sum + points, 0);
