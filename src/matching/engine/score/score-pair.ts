import type { RecordFeatures } from '../features';
import type { Model, Part } from '../model';
import { findPairKind, type PairKind } from '../pair-kind';
import type { Criterion } from '../record';
import { combineParts, type PartScore } from './combine-parts';
import type { CriterionVerdict } from './criterion-verdict';
import { judgeCriteria } from './judge-criteria';
import { type Meaning, type WeighedRecord, weighRecord } from './weigh-record';
import { overlap, type WeighedTerms } from './weighed-terms';

/** A pair's score: `parts` sum to `score`, 0…100. */
export interface PairScore {
  readonly pair: PairKind;
  readonly modelVersion: number;
  readonly score: number;
  readonly parts: readonly PartScore[];
  readonly criteria: readonly CriterionVerdict[];
  /** The musts that fail, when there are any: such a pair is in no shortlist. */
  readonly excludedBy?: readonly Criterion[];
}

/** A must counts as much as this many shoulds. */
export const MUST_WEIGHT = 2;
export const VERDICT_VALUES = { satisfied: 1, partly: 0.5, not: 0 } as const;

function similarity(a: WeighedTerms, b: WeighedTerms): number | null {
  return a.terms.length === 0 || b.terms.length === 0 ? null : Math.min(1, overlap(a, b));
}

export function meaningValue(a: Meaning | undefined, b: Meaning | undefined): number | null {
  if (a === undefined || b === undefined) return null;
  let cosine = 0;
  for (let i = 0; i < a.length; i++) cosine += (a[i] ?? 0) * (b[i] ?? 0);
  return Math.min(1, Math.max(0, cosine));
}

/** The mean over the criteria that are known, musts counting double; null when none is. */
export function criteriaValue(verdicts: readonly CriterionVerdict[]): number | null {
  let total = 0;
  let weights = 0;
  for (const { verdict, importance } of verdicts) {
    if (verdict === 'unknown') continue;
    const weight = importance === 'must' ? MUST_WEIGHT : 1;
    total += weight * VERDICT_VALUES[verdict];
    weights += weight;
  }
  return weights === 0 ? null : total / weights;
}

/** The score of two records that are weighed already, under the model that weighed them. */
export function scoreWeighed(demand: WeighedRecord, supply: WeighedRecord, model: Model): PairScore {
  const pair = findPairKind(demand.features.kind, supply.features.kind);
  if (pair === undefined) {
    throw new RangeError(`${demand.features.kind} and ${supply.features.kind} are not matched`);
  }
  const criteria = judgeCriteria(demand.features.requirements, supply.features.facts);
  const values: Record<Part, number | null> = {
    text: similarity(demand.text, supply.text),
    meaning: meaningValue(demand.meaning, supply.meaning),
    tags: similarity(demand.tags, supply.tags),
    criteria: criteriaValue(criteria),
  };
  const parts = combineParts(values, model.weightsOf(pair));
  const failed = criteria.filter(({ importance, verdict }) => importance === 'must' && verdict === 'not');
  return {
    pair,
    modelVersion: model.version,
    score: parts.reduce((sum, { points }) => sum + points, 0),
    parts,
    criteria,
    ...(failed.length > 0 && { excludedBy: failed.map(({ criterion }) => criterion) }),
  };
}

/** The one function that gives a stored or shown score. Float64, terms in id order, whichever side asked. */
export function scorePair(demand: RecordFeatures, supply: RecordFeatures, model: Model): PairScore {
  return scoreWeighed(weighRecord(demand, model), weighRecord(supply, model), model);
}
