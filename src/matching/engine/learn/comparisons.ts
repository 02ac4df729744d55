import { groupBy } from '../../../common/group-by';
import type { PartNumbers } from '../score/part-values';

/** What a person decided about a pair, as far as it teaches. */
export interface Decision {
  readonly demandId: string;
  readonly supplyId: string;
  /** null: decided for a reason that says nothing about the score. */
  readonly fits: boolean | null;
  readonly values: PartNumbers;
  /** Rows that stood above it when a fitting one was chosen. */
  readonly above: readonly { readonly supplyId: string; readonly values: PartNumbers }[];
}

/** One supply that should score higher than another for the same demand. */
export interface Comparison {
  readonly demandId: string;
  readonly better: PartNumbers;
  readonly worse: PartNumbers;
  /** All comparisons of one demand sum to 1, so that no demand outvotes the others. */
  readonly weight: number;
}

/** A row that was passed over says less than one that was declined. */
const PASSED_OVER = 0.5;

/**
 * What decisions say about the order of supplies. A fitting pair beats the declined ones of its demand, and the rows above
 * it that were seen and not chosen (Joachims 2002): people read lists from the top, so what stood below the choice says
 * nothing, and choosing a lower row goes against that habit.
 */
export function comparisonsOf(decisions: readonly Decision[]): Comparison[] {
  return [...groupBy(decisions, ({ demandId }) => demandId).values()].flatMap(ofOneDemand);
}

function ofOneDemand(decisions: readonly Decision[]): Comparison[] {
  const decided = new Set(decisions.map(({ supplyId }) => supplyId));
  const declined = decisions.filter(({ fits }) => fits === false);
  const found = decisions
    .filter(({ fits }) => fits === true)
    .flatMap(({ demandId, values: better, above }) => [
      ...declined.map(({ values: worse }) => ({ demandId, better, worse, weight: 1 })),
      ...above
        .filter(({ supplyId }) => !decided.has(supplyId))
        .map(({ values: worse }) => ({ demandId, better, worse, weight: PASSED_OVER })),
    ]);
  const total = found.reduce((sum, { weight }) => sum + weight, 0);
  return found.map((comparison) => ({ ...comparison, weight: comparison.weight / total }));
}
