import type { RecordFeatures } from '../features';
import type { Model } from '../model';
import type { SparseVector } from '../sparse-vector';
import { foldIn } from '../meaning/fold-in';
import { isNeed } from '../pair-kind';
import { TermFactors } from './term-factors';
import { TEXT_PARAMETERS } from './text-parameters';
import type { WeighedTerms } from './weighed-terms';

export type Meaning = Float32Array | Float64Array;

/**
 * A record under one model, ready to be scored against any other: the text and tags values of a pair are Σ weight·weight
 * over common terms, because each side carries the square root of the idf and its own length normalisation.
 */
export interface WeighedRecord {
  readonly features: RecordFeatures;
  readonly text: WeighedTerms;
  readonly tags: WeighedTerms;
  /** Unit vector in the model's space of meanings; undefined when the model or the record gives none. */
  readonly meaning?: Meaning;
}

function scaled(vector: SparseVector, weightOf: (term: number, value: number) => number): WeighedTerms {
  const weights = new Float64Array(vector.terms.length);
  for (let i = 0; i < weights.length; i++)
    weights[i] = weightOf(vector.terms[i] ?? 0, vector.weights[i] ?? 0);
  // A copy, for stored features are one buffer, which the few tags of a record would keep.
  return { terms: vector.terms.slice(), weights };
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

/** Room for the terms of the text that is being weighed. */
let keptTerms = new Uint32Array(1024);
let keptWeights = new Float64Array(1024);

/** The terms of a text that count, each with its factor × feature weight. */
function withFactors({ terms, weights }: SparseVector, model: Model): WeighedTerms {
  const factors = TermFactors.of(model);
  if (terms.length > keptTerms.length) {
    keptTerms = new Uint32Array(terms.length * 2);
    keptWeights = new Float64Array(terms.length * 2);
  }
  let count = 0;
  for (let i = 0; i < terms.length; i++) {
    const factor = factors.get(terms[i]!);
    if (factor === 0) continue;
    keptTerms[count] = terms[i]!;
    keptWeights[count++] = factor * weights[i]!;
  }
  return { terms: keptTerms.slice(0, count), weights: keptWeights.slice(0, count) };
}

/** A need's idf exponent as a multiple of everybody's. */
function sharpness(terms: number): number {
  const { idfExponent, needExponent } = TEXT_PARAMETERS;
  const { short, long } = needExponent;
  const share = Math.log(Math.max(1, terms) / short.terms) / Math.log(long.terms / short.terms);
  const within = Math.min(1, Math.max(0, share));
  return (short.exponent + within * (long.exponent - short.exponent)) / idfExponent;
}

/** Raises the factors of a need's terms to its sharpness. */
function sharpen({ terms, weights }: WeighedTerms, distinct: number, model: Model): WeighedTerms {
  const factors = TermFactors.of(model);
  const excess = sharpness(distinct) - 1;
  return { terms, weights: weights.map((weight, i) => weight * factors.get(terms[i]!) ** excess) };
}

/** The weights of `TEXT_PARAMETERS`' formula, each side carrying its half of the divisor. */
function weighText(features: RecordFeatures, model: Model): WeighedTerms {
  const { lengthExponent, typicalSelf } = TEXT_PARAMETERS;
  const plain = withFactors(features.text, model);
  const self = selfSimilarity(plain);
  const divisor = Math.sqrt(typicalSelf) * (self / typicalSelf) ** lengthExponent;
  if (!isNeed(features.kind)) return divide(plain, divisor);
  const sharp = sharpen(plain, features.text.terms.length, model);
  return divide(sharp, divisor * Math.sqrt(selfSimilarity(sharp) / self));
}

/** √information content × strength, as a unit vector: the same tags give 1. */
function weighTags(features: RecordFeatures, model: Model): WeighedTerms {
  const raw = scaled(features.tags, (term, strength) => Math.sqrt(model.idf(term)) * strength);
  return divide(raw, Math.sqrt(selfSimilarity(raw)));
}

/** One space for all records of a model: what another program's vectors say is not compared with the factors. */
function meaningOf({ embedding }: RecordFeatures, text: WeighedTerms, model: Model): Meaning | undefined {
  const { embeddings, factors } = model.values;
  if (embeddings === undefined) return foldIn(text, factors);
  return embedding?.model === embeddings ? embedding.vector : undefined;
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
    meaning: meaningOf(features, text, model),
  };
}
