import { bootstrapMean, mean } from '../evaluate/bootstrap';
import type { PartWeights } from '../model';
import { scoreOfParts } from '../score/part-values';
import { fnv1a } from '../text/term-id';
import type { Comparison } from './comparisons';

/** How two sets of weights agree with decisions that neither was learnt from. */
export interface Verdict {
  readonly demands: number;
  readonly comparisons: number;
  /** Share of the comparisons in which the better pair scores higher, ties half, each demand counting once. */
  readonly before: number;
  readonly after: number;
  readonly difference: number;
  /** Its 95 % interval over demands. */
  readonly interval: readonly [low: number, high: number];
  /** The interval is clear of 0 and enough demands stand behind it. */
  readonly isBetter: boolean;
}

const LEAST_DEMANDS = 20;
/** One demand in three is held back from learning. */
const HELD_BACK = 3;

/** Whether a demand's decisions judge a candidate instead of teaching it; all of a demand's go together. */
export const isHeldBack = (demandId: string): boolean => fnv1a(demandId) % HELD_BACK === 0;

function agreements(comparisons: readonly Comparison[], weights: PartWeights): Map<string, number> {
  const byDemand = new Map<string, number>();
  for (const { demandId, better, worse, weight } of comparisons) {
    const lead = scoreOfParts(better, weights) - scoreOfParts(worse, weights);
    const agrees = lead > 0 ? 1 : lead === 0 ? 0.5 : 0;
    byDemand.set(demandId, (byDemand.get(demandId) ?? 0) + weight * agrees);
  }
  return byDemand;
}

/** Sets two sets of weights against each other on the comparisons given. */
export function judgeWeights(
  comparisons: readonly Comparison[],
  before: PartWeights,
  after: PartWeights,
): Verdict {
  const old = agreements(comparisons, before);
  const fresh = agreements(comparisons, after);
  const {
    low,
    high,
    mean: difference,
  } = bootstrapMean([...fresh].map(([demand, agreement]) => agreement - (old.get(demand) ?? 0)));
  return {
    demands: fresh.size,
    comparisons: comparisons.length,
    before: mean([...old.values()]),
    after: mean([...fresh.values()]),
    difference,
    interval: [low, high],
    isBetter: low > 0 && fresh.size >= LEAST_DEMANDS,
  };
}
