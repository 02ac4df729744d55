import type { ExplanationView } from '@server/matching/explanations/explanation.schema';
import type { ShortlistView } from '@server/matching/shortlists/shortlist.schema';

export interface Bar {
  part: ExplanationView['parts'][number]['part'];
  /** Points reached and the most there are; null points: no data. */
  points: number | null;
  most: number;
  /** The shortlist's median. */
  median: number | null;
}

/** A score's parts beside the shortlist's middle, in the order of the vocabulary. */
export const barsOf = (
  parts: ExplanationView['parts'],
  medians: ShortlistView['medianParts'] | undefined,
): Bar[] =>
  parts.map(({ part, value, weight, points }) => ({
    part,
    points: value === null ? null : points,
    most: weight * 100,
    median: medians?.[part] ?? null,
  }));

/** Points to one decimal, none when it is 0. */
export const pointsText = (points: number): string => String(Math.round(points * 10) / 10);

/** Whether another score is worth telling of beside `score`: higher by more than its last shown digit. */
export const isBetter = (other: { score: number }, score: number): boolean => other.score - score >= 0.1;
