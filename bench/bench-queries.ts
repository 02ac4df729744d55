import type { IndexQuery } from '../src/matching/engine/index/index-record';
import type { PairKind } from '../src/matching/engine/pair-kind';
import { queryVector } from '../src/matching/engine/score/index-view';
import type { WeighedRecord } from '../src/matching/engine/score/weigh-record';
import type { SparseVector } from '../src/matching/engine/sparse-vector';
import { columnCriteria } from './corpus/generated-facts';
import type { PackedRecords } from './packed-records';

const PAIR: PairKind = 'hiring-talent';
/** About what the last of a list is worth: then who says nothing neither gains nor loses by it. */
const WHEN_UNKNOWN = 0.5;

/** One query in the forms that are measured. */
export interface BenchQuery {
  readonly weighed: WeighedRecord;
  /** Its text alone. */
  readonly text: SparseVector;
  /** Text, tags and criteria. */
  readonly allParts: IndexQuery;
}

export function benchQuery(records: PackedRecords, number: number): BenchQuery {
  const weights = records.model.weightsOf(PAIR);
  const weighed = records.weighedQuery(number);
  const { terms, weights: impacts } = weighed.text;
  const points = 100 / (weights.text + weights.tags + weights.criteria);
  return {
    weighed,
    text: { terms, weights: Float32Array.from(impacts) },
    allParts: {
      vector: queryVector(weighed, weights),
      multiplier: new Float64Array(256).fill(points),
      criteria: {
        columns: columnCriteria(weighed.features.requirements),
        points: new Float64Array(256).fill(points * weights.criteria),
        whenUnknown: WHEN_UNKNOWN,
      },
    },
  };
}
