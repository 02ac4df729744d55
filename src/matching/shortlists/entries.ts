import { scoreParts, type ScorePart } from '../../taxonomy/match.vocabulary';
import type { ShortlistEntity } from './shortlist.entity';

export type PartPoints = Record<ScorePart, number | null>;

export interface Entry {
  supplyId: string;
  supplyVersion: number;
  score: number;
  parts: PartPoints;
}

const PARTS = scoreParts.codes;

/** The parallel arrays of a stored shortlist as entries, best first. */
export const entriesOf = (
  list: Pick<ShortlistEntity, 'supplyIds' | 'supplyVersions' | 'scores' | 'parts'>,
): Entry[] =>
  list.supplyIds.map((supplyId, at) => ({
    supplyId,
    supplyVersion: list.supplyVersions[at] ?? 0,
    score: list.scores[at] ?? 0,
    parts: Object.fromEntries(
      PARTS.map((part, n) => [part, pointsOf(list.parts[at * PARTS.length + n])]),
    ) as PartPoints,
  }));

const pointsOf = (value: number | undefined): number | null =>
  value === undefined || Number.isNaN(value) ? null : value;

/** The middle value; 0 of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[middle - 1] ?? 0, sorted[middle] ?? 0];
  return sorted.length % 2 === 1 ? high : (low + high) / 2;
}

/** The median of each part over the entries that have data for it. */
export const medianParts = (entries: readonly Entry[]): PartPoints =>
  Object.fromEntries(
    PARTS.map((part) => {
      const known = entries.map((entry) => entry.parts[part]).filter((points) => points !== null);
      return [part, known.length === 0 ? null : median(known)];
    }),
  ) as PartPoints;
