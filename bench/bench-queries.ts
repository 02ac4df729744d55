import type { IndexQuery } from '../src/matching/engine/index/index-record';
import type { PairKind } from '../src/matching/engine/pair-kind';
import { DemandCriteria } from '../src/matching/engine/score/demand-criteria';
import { stageOne } from '../src/matching/engine/score/index-view';
import type { WeighedRecord } from '../src/matching/engine/score/weigh-record';
import type { SparseVector } from '../src/matching/engine/sparse-vector';
import type { PackedRecords } from './packed-records';

const PAIR: PairKind = 'hiring-talent';

/** One query in the forms that are measured. */
export interface BenchQuery {
  readonly weighed: WeighedRecord;
  /** Its text alone. */
  readonly text: SparseVector;
  /** Text, tags and criteria. */
  readonly allParts: IndexQuery;
}

/** Asked as the matcher asks; all records that are to answer must have been indexed before. */
export function benchQuery(records: PackedRecords, number: number): BenchQuery {
  const weighed = records.weighedQuery(number);
  const { terms, weights } = weighed.text;
  const criteria = new DemandCriteria(weighed.features.requirements, records.codes);
  return {
    weighed,
    text: { terms, weights: Float32Array.from(weights) },
    allParts: stageOne(weighed, criteria, records.model.weightsOf(PAIR)).query,
  };
}
