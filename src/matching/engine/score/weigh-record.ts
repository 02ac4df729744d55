import type { RecordFeatures } from '../features';
import type { Model } from '../model';
import type { SparseVector } from '../sparse-vector';
import { foldIn } from '../meaning/fold-in';
import { TEXT_PARAMETERS } from './text-parameters';
import type { WeighedTerms } from './weighed-terms';

/**
 * A record under one model, ready to be scored against any other: the text and tags values of a pair are Σ weight·weight
 * over common terms, because each side carries the square root of the idf and its own length normalisation.
 */
export interface WeighedRecord {
  readonly features: RecordFeatures;
  readonly text: WeighedTerms;
  readonly tags: WeighedTerms;
  /** Unit vector in the latent space; undefined when the model or the record gives none. */
  readonly meaning?: Float64Array;
}

function scaled(vector: SparseVector, weightOf: (term: number, value: number) => number): WeighedTerms {
  const weights = new Float64Array(vector.terms.length);
  for (let i = 0; i < weights.length; i++)
    weights[i] = weightOf(vector.terms[i] ?? 0, vector.weights[i] ?? 0);
  return { terms: vector.terms, weights };
}

/** Σ weight², the similarity of a record with itself before normalisation. */
function selfSimilarity({ weights }: WeighedTerms): number {
  let sum = 0;
  for (const weight of weights) sum += weight * weight;
  return sum;
}

function divide(vector: WeighedTerms, divisor: number): WeighedTerms {
  if (divisor > 0)
    for (let i = 0; i < vector.weights.length; i++) vector.weights[i] = (vector.weights[i] ?? 0) / divisor;
  return vector;
}

function isCommon(term: number, model: Model): boolean {
  const { commonShare, commonFrom } = TEXT_PARAMETERS;
  return model.values.statistics.records >= commonFrom && model.share(term) > commonShare;
}

function withoutCommon({ terms, weights }: SparseVector, model: Model): SparseVector {
  const kept = terms.map((term) => (isCommon(term, model) ? 0 : 1));
  return { terms: terms.filter((_, i) => kept[i] === 1), weights: weights.filter((_, i) => kept[i] === 1) };
}

/** The weights of `TEXT_PARAMETERS`' formula, each side carrying its half of the divisor. */
function weighText(features: RecordFeatures, model: Model): WeighedTerms {
  const { idfExponent, lengthExponent, typicalSelf } = TEXT_PARAMETERS;
  const raw = scaled(
    withoutCommon(features.text, model),
    (term, weight) => model.idf(term) ** (idfExponent / 2) * weight,
  );
  const self = selfSimilarity(raw);
  return divide(raw, Math.sqrt(typicalSelf) * (self / typicalSelf) ** lengthExponent);
}

/** √information content × strength, as a unit vector: the same tags give 1. */
function weighTags(features: RecordFeatures, model: Model): WeighedTerms {
  const raw = scaled(features.tags, (term, strength) => Math.sqrt(model.idf(term)) * strength);
  return divide(raw, Math.sqrt(selfSimilarity(raw)));
}

/** Weighs a record's features with a model's statistics. Throws a RangeError when they are of another pipeline. */
export function weighRecord(features: RecordFeatures, model: Model): WeighedRecord {
  if (features.pipelineVersion !== model.values.pipelineVersion) {
    throw new RangeError(
      `features of pipeline ${features.pipelineVersion}, model of pipeline ${model.values.pipelineVersion}`,
    );
  }
  const text = weighText(features, model);
  return {
    features,
    text,
    tags: weighTags(features, model),
    meaning: foldIn(text, model.values.factors),
  };
}
