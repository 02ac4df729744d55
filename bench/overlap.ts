import type { SideIndex } from '../src/matching/engine/index/side-index';
import { scoreWeighed } from '../src/matching/engine/score/score-pair';
import type { BenchQuery } from './bench-queries';
import { type PackedRecords, recordId } from './packed-records';
import type { ReferenceIndex } from './reference-index';

const K = 50;
const STAGE_2_CANDIDATES = 500;

/** The best `K` numbers by score, the lower number first of equal ones. */
function best(scores: Float64Array): number[] {
  const order = Array.from(scores.keys()).filter((number) => scores[number]! > 0);
  return order.sort((a, b) => scores[b]! - scores[a]! || a - b).slice(0, K);
}

function share(found: readonly string[], wanted: readonly number[]): number {
  const set = new Set(found);
  return wanted.filter((number) => set.has(recordId(number))).length / Math.max(1, wanted.length);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Shares of the true best 50 by text, brute force in float64: of those chosen by the sums alone, of the answers. */
export function textOverlap(
  index: SideIndex,
  reference: ReferenceIndex,
  queries: readonly BenchQuery[],
): { selected: number; answered: number } {
  const shares = queries.map(({ text }) => {
    const wanted = best(reference.scores(text));
    const answers = index.query({ vector: text }, K).map(({ id }) => id);
    return {
      selected: share(index.candidates({ vector: text }, K).ids, wanted),
      answered: share(answers, wanted),
    };
  });
  return {
    selected: mean(shares.map(({ selected }) => selected)),
    answered: mean(shares.map(({ answered }) => answered)),
  };
}

/** Share of the true best 50 by the full score that are among the candidates handed to stage 2. */
export function fullOverlap(
  index: SideIndex,
  records: PackedRecords,
  queries: readonly BenchQuery[],
): number {
  const scores = queries.map(() => new Float64Array(records.size));
  for (let number = 0; number < records.size; number++) {
    const supply = records.weighed(number);
    for (const [i, { weighed }] of queries.entries())
      scores[i]![number] = scoreWeighed(weighed, supply, records.model).score;
  }
  return mean(
    queries.map(({ allParts }, i) =>
      share(index.candidates(allParts, STAGE_2_CANDIDATES).ids, best(scores[i]!)),
    ),
  );
}
