import type { Calibration, PartWeights } from '../engine/model';
import { fitCalibration } from '../engine/learn/fit-calibration';
import { findFit } from '../engine/score/fit-of-score';
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
  /** Mean fit of the first supplies, 0…1; null without lists, and while too few pairs are labelled. */
  fitBefore: number | null;
  /** The same measured anew, on what was decided: a model with other weights begins without a calibration. */
  fitAfter: number | null;
  /** Fitting and declined supplies of one demand, set against each other. */
  comparisons: number;
  /** Share of those in which the fitting one scores higher, 0…1; null without any. */
  agreementBefore: number | null;
  agreementAfter: number | null;
}

/**
 * What other weights would make of shortlists and of what was decided, from the points that are stored. `calibration` is
 * the current model's.
 */
export function weightsEffect(
  lists: readonly WeighedList[],
  decided: readonly DecidedPair[],
  after: PartWeights,
  calibration?: Calibration,
): WeightsEffect {
  const moved = lists.filter(({ entries }) => entries.length > 0).map((list) => reorder(list, after));
  const pairs = comparisonsOf(decided);
  const agreement = (weights?: PartWeights) =>
    share(pairs, ([fitting, declined]) => scoreOf(fitting, weights) > scoreOf(declined, weights));
  return {
    lists: moved.length,
    otherFirst: moved.filter(({ before, now }) => before[0]!.supplyId !== now[0]!.supplyId).length,
    keptOfTop: moved.length === 0 ? null : mean(moved.map(keptOfTop)),
    fitBefore: meanFit(
      moved.map(({ before }) => before[0]!.score),
      calibration,
    ),
    fitAfter: meanFit(
      moved.map(({ now }) => now[0]!.score),
      fitCalibration(decided.map((pair) => ({ score: scoreOf(pair, after), fits: pair.fits }))),
    ),
    comparisons: pairs.length,
    agreementBefore: agreement(),
    agreementAfter: agreement(after),
  };
}

interface Placed {
  readonly supplyId: string;
  readonly score: number;
}

/** A list as it is and as it would be, best first. */
interface Reordered {
  readonly before: readonly Placed[];
  readonly now: readonly Placed[];
}

function reorder({ weights, entries }: WeighedList, after: PartWeights): Reordered {
  const scoredBy = (chosen: PartWeights): Placed[] =>
    entries.map(({ supplyId, parts }) => ({ supplyId, score: rescored(parts, weights, chosen) }));
  return { before: scoredBy(weights), now: scoredBy(after).sort((a, b) => b.score - a.score) };
}

function meanFit(scores: readonly number[], calibration: Calibration | undefined): number | null {
  const fits = scores.flatMap((score) => findFit(score, calibration) ?? []);
  return fits.length === 0 ? null : mean(fits);
}

function keptOfTop({ before, now }: Reordered): number {
  const top = new Set(before.slice(0, TOP).map(({ supplyId }) => supplyId));
  return share(now.slice(0, TOP), ({ supplyId }) => top.has(supplyId)) ?? 0;
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
