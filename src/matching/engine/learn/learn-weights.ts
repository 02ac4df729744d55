import { type Part, PARTS, type PartWeights } from '../model';
import { scoreOfParts } from '../score/part-values';
import type { Comparison } from './comparisons';

/** Points of difference that make a pair's order e times as likely. */
const TEMPERATURE = 10;
/** What moving a weight by 1 costs, against the loss of one comparison: few decisions change little. */
const RELUCTANCE = 40;
const STEPS = [0.1, 0.05, 0.02, 0.01];
/** A search on four weights ends long before. */
const MOST_ROUNDS = 200;

/** The same proportions, summing to 1, to three places. */
function scaled(weights: PartWeights): PartWeights {
  const total = PARTS.reduce((sum, part) => sum + weights[part], 0);
  return Object.fromEntries(
    PARTS.map((part) => [part, Math.round((1000 * weights[part]) / total) / 1000]),
  ) as Record<Part, number>;
}

function lossOf(weights: PartWeights, comparisons: readonly Comparison[], from: PartWeights): number {
  let loss = 0;
  for (const { better, worse, weight } of comparisons) {
    const lead = scoreOfParts(better, weights) - scoreOfParts(worse, weights);
    loss += weight * Math.log1p(Math.exp(-lead / TEMPERATURE));
  }
  const moved = PARTS.reduce((sum, part) => sum + (weights[part] - from[part]) ** 2, 0);
  return loss + RELUCTANCE * moved;
}

/** Every way of handing `step` from one part to another that both have data for. */
function neighbours(weights: PartWeights, parts: readonly Part[], step: number): PartWeights[] {
  return parts.flatMap((giver) =>
    parts
      .filter((taker) => taker !== giver && weights[giver] >= step)
      .map((taker) => ({
        ...weights,
        [giver]: weights[giver] - step,
        [taker]: weights[taker] + step,
      })),
  );
}

/**
 * Weights, summing to 1, under which the better pair of each comparison scores higher: pairwise logistic loss (Burges et
 * al. 2005), drawn to the weights they start from, by pattern search over ever smaller steps. Deterministic. A part that
 * no comparison knows keeps its weight.
 */
export function learnWeights(comparisons: readonly Comparison[], before: PartWeights): PartWeights {
  const from = scaled(before);
  const known = PARTS.filter((part) =>
    comparisons.some(({ better, worse }) => better[part] !== null || worse[part] !== null),
  );
  let best = { weights: from, loss: lossOf(from, comparisons, from) };
  for (const step of STEPS) {
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const [next] = neighbours(best.weights, known, step)
        .map((weights) => ({ weights, loss: lossOf(weights, comparisons, from) }))
        .sort((a, b) => a.loss - b.loss);
      if (next === undefined || next.loss >= best.loss) break;
      best = next;
    }
  }
  return scaled(best.weights);
}
