import type { RecordFeatures } from '../features';
import type { Model } from '../model';
import { OFFER_FIELDS, textVector } from '../text/text-vector';
import { weighRecord } from '../score/weigh-record';
import type { WeighedTerms } from '../score/weighed-terms';

/** How much the tag's own words count beside the mean of its examples. */
const WORDS_SHARE = 0.25;

function addUnit(sums: Map<number, number>, { terms, weights }: WeighedTerms, share: number): void {
  const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0));
  if (length === 0) return;
  terms.forEach((term, i) => sums.set(term, (sums.get(term) ?? 0) + (share * (weights[i] ?? 0)) / length));
}

function unit(sums: ReadonlyMap<number, number>): WeighedTerms {
  const terms = Uint32Array.from(sums.keys()).sort();
  const weights = Float64Array.from(terms, (term) => sums.get(term) ?? 0);
  const length = Math.sqrt(weights.reduce((sum, weight) => sum + weight * weight, 0));
  return { terms, weights: length > 0 ? weights.map((weight) => weight / length) : weights };
}

/** What texts with a tag look like: a unit vector of the tag's words and the centroid of its examples (Rocchio 1971). */
export function weighProfile(
  words: readonly string[],
  examples: readonly RecordFeatures[],
  model: Model,
): WeighedTerms {
  const weighed = (features: RecordFeatures): WeighedTerms => weighRecord(features, model).text;
  const sums = new Map<number, number>();
  const ownWords = textVector([{ name: 'text', text: words.join('；') }], OFFER_FIELDS);
  addUnit(
    sums,
    weighed({
      pipelineVersion: model.values.pipelineVersion,
      kind: 'project',
      text: ownWords,
      tags: { terms: new Uint32Array(0), weights: new Float32Array(0) },
      facts: {},
      requirements: [],
    }),
    examples.length > 0 ? WORDS_SHARE : 1,
  );
  for (const example of examples) addUnit(sums, weighed(example), (1 - WORDS_SHARE) / examples.length);
  return unit(sums);
}
