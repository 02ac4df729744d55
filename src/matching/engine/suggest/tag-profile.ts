import type { RecordFeatures } from '../features';
import { finish, type Steps } from '../index/pace';
import type { Model, TagProfiles } from '../model';
import { overlap, type WeighedTerms } from '../score/weighed-terms';
import { weighRecord } from '../score/weigh-record';
import { EMPTY_VECTOR } from '../sparse-vector';
import { tagTermId } from '../text/term-id';
import { OFFER_FIELDS, textVector } from '../text/text-vector';

/** A tag with the words that speak for it: its label and aliases in all languages. */
export interface TagWords {
  readonly code: string;
  readonly words: readonly string[];
}

/** How much the tag's own words count beside the mean of its examples. */
const WORDS_SHARE = 0.25;
/** A profile keeps so many of its strongest terms; what is weaker says nothing of the tag. */
const MOST_TERMS = 1500;
/** More examples than these change a profile no further. */
const MOST_EXAMPLES = 400;

/** Whether a person stated this very tag: what is implied or suggested has less than full strength or another code. */
export function states({ tags }: Pick<RecordFeatures, 'tags'>, code: string): boolean {
  const at = tags.terms.indexOf(tagTermId(code));
  return at >= 0 && tags.weights[at] === 1;
}

/** The records that people gave each tag of a vocabulary, as many of them as a profile is learnt from. */
export class TagExamples {
  private readonly examples: ReadonlyMap<string, RecordFeatures[]>;

  constructor(private readonly vocabulary: readonly TagWords[]) {
    this.examples = new Map(vocabulary.map(({ code }) => [code, []]));
  }

  add(record: RecordFeatures): void {
    for (const [code, found] of this.examples)
      if (found.length < MOST_EXAMPLES && states(record, code)) found.push(record);
  }

  /**
   * What texts with each tag look like: a unit vector of the tag's words and the centroid of the records that people
   * tagged so (Rocchio 1971), under the statistics of `model`. Yields after each tag.
   */
  *profiles(model: Model): Steps<TagProfiles> {
    const profiles = new Map<string, WeighedTerms>();
    for (const { code, words } of this.vocabulary) {
      profiles.set(code, weighProfile(words, this.examples.get(code) ?? [], model));
      yield;
    }
    return profiles;
  }
}

/** The profiles that records teach which are all there. */
export function learnTagProfiles(
  vocabulary: readonly TagWords[],
  records: Iterable<RecordFeatures>,
  model: Model,
): TagProfiles {
  const examples = new TagExamples(vocabulary);
  for (const record of records) examples.add(record);
  return finish(examples.profiles(model));
}

function weighProfile(
  words: readonly string[],
  examples: readonly RecordFeatures[],
  model: Model,
): WeighedTerms {
  const sums = new Map<number, number>();
  addUnit(sums, weighRecord(readWords(words, model), model).text, examples.length > 0 ? WORDS_SHARE : 1);
  for (const example of examples)
    addUnit(sums, weighRecord(example, model).text, (1 - WORDS_SHARE) / examples.length);
  return unit(strongest(sums));
}

const readWords = (words: readonly string[], model: Model): RecordFeatures => ({
  pipelineVersion: model.values.pipelineVersion,
  kind: 'project',
  text: textVector([{ name: 'text', text: words.join('；') }], OFFER_FIELDS),
  tags: EMPTY_VECTOR,
  facts: {},
  requirements: [],
});

function addUnit(sums: Map<number, number>, text: WeighedTerms, share: number): void {
  const length = Math.sqrt(overlap(text, text));
  if (length === 0) return;
  const { terms, weights } = text;
  terms.forEach((term, i) => sums.set(term, (sums.get(term) ?? 0) + (share * (weights[i] ?? 0)) / length));
}

function strongest(sums: ReadonlyMap<number, number>): [term: number, weight: number][] {
  return [...sums]
    .sort(([a, weightA], [b, weightB]) => weightB - weightA || a - b)
    .slice(0, MOST_TERMS)
    .sort(([a], [b]) => a - b);
}

/** Rounded to 32 bits, so that a stored profile equals the one that was learnt. */
function unit(weighed: readonly [term: number, weight: number][]): WeighedTerms {
  const length = Math.sqrt(weighed.reduce((sum, [, weight]) => sum + weight * weight, 0)) || 1;
  return {
    terms: Uint32Array.from(weighed, ([term]) => term),
    weights: Float64Array.from(weighed, ([, weight]) => Math.fround(weight / length)),
  };
}
