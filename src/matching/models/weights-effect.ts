import type { PartWeights } from '../engine/model';
import { scoreOfParts, valuesBehind } from '../engine/score/part-values';
import type { PartPoints } from '../shortlists/entries';

/** The places of a shortlist that people look at first. */
const TOP = 10;

export interface WeighedList {
  /** Those of the model that scored it. */
  weights: PartWeights;
  entries: readonly { supplyId: string; parts: PartPoints }[];
}

/** A pair that people found fitting, or declined for a reason that teaches. */
export interface DecidedPair {
  demandId: string;
  fits: boolean;
  weights: PartWeights;
  parts: PartPoints;
}

export interface WeightsEffect {
  lists: number;
  /** Lists that would begin with another supply. */
  otherFirst: number;
  /** Share of the first ten that would stay among them, 0…1; null without lists. */
  keptOfTop: number | null;
  /** Fitting and declined supplies of one demand, set against each other. */
  comparisons: number;
  /** Share of those in which the fitting one scores higher, 0…1; null without any. */
  agreementBefore: number | null;
  agreementAfter: number | null;
}

/** What other weights would make of shortlists and of what was decided, from the points that are stored. */
export function weightsEffect(
  lists: readonly WeighedList[],
  decided: readonly DecidedPair[],
  after: PartWeights,
): WeightsEffect {
  const moved = lists.filter(({ entries }) => entries.length > 0).map((list) => reorder(list, after));
  const pairs = comparisonsOf(decided);
  const agreement = (weights?: PartWeights) =>
    share(pairs, ([fitting, declined]) => scoreOf(fitting, weights) > scoreOf(declined, weights));
  return {
    lists: moved.length,
    otherFirst: moved.filter(({ before, now }) => before[0] !== now[0]).length,
    keptOfTop: moved.length === 0 ? null : mean(moved.map(keptOfTop)),
    comparisons: pairs.length,
    agreementBefore: agreement(),
    agreementAfter: agreement(after),
  };
}

function reorder({ weights, entries }: WeighedList, after: PartWeights) {
  const scored = entries.map(({ supplyId, parts }) => ({ supplyId, score: rescored(parts, weights, after) }));
  return {
    before: entries.map(({ supplyId }) => supplyId),
    now: scored.sort((a, b) => b.score - a.score).map(({ supplyId }) => supplyId),
  };
}

function keptOfTop({ before, now }: ReturnType<typeof reorder>): number {
  const top = new Set(before.slice(0, TOP));
  return share(now.slice(0, TOP), (id) => top.has(id)) ?? 0;
}

const scoreOf = ({ parts, weights }: DecidedPair, after = weights): number => rescored(parts, weights, after);

/** The score under other weights. */
const rescored = (parts: PartPoints, before: PartWeights, after: PartWeights): number =>
  scoreOfParts(valuesBehind(parts, before), after);

function comparisonsOf(decided: readonly DecidedPair[]): (readonly [DecidedPair, DecidedPair])[] {
  const declined = decided.filter(({ fits }) => !fits);
  return decided
    .filter(({ fits }) => fits)
    .flatMap((fitting) =>
      declined
        .filter(({ demandId }) => demandId === fitting.demandId)
        .map((other) => [fitting, other] as const),
    );
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

const share = <T>(items: readonly T[], holds: (item: T) => boolean): number | null =>
  items.length === 0 ? null : items.filter(holds).length / items.length;
