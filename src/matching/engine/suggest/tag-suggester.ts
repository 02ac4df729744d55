import { mergePassages, findOccurrences, type Passage } from '../explain/passages';
import { spreadPoints } from '../explain/shared-terms';
import { featurise, type RecordFeatures } from '../features';
import type { Model } from '../model';
import type { MatchRecord } from '../record';
import { weighRecord } from '../score/weigh-record';
import { overlap, type WeighedTerms } from '../score/weighed-terms';
import { TagTree } from '../tag-tree';
import { weighProfile } from './tag-profile';

/** A tag with the words that speak for it: its label and aliases in all languages. */
export interface TagWords {
  readonly code: string;
  readonly words: readonly string[];
}

/** A record whose tags were stated by a person. */
export interface TaggedExample {
  readonly features: RecordFeatures;
  readonly codes: readonly string[];
}

export interface TagSuggestion {
  readonly code: string;
  /** 0…1. */
  readonly confidence: number;
  /** The passages that speak for the tag, strongest first. */
  readonly words: readonly Passage[];
}

/** Cosine at which a text speaks for a tag as clearly as texts do. */
const CLEAR_SIMILARITY = 0.25;
/** Below this confidence nothing is suggested. */
export const LEAST_CONFIDENCE = 0.3;
const MOST_WORDS = 5;

const NO_TAGS = new TagTree({ nodes: [], planWords: {} });

/** Suggests tags from text by its likeness to the tags' words and to the records that people tagged so. */
export class TagSuggester {
  private readonly profiles: ReadonlyMap<string, WeighedTerms>;

  constructor(
    vocabulary: readonly TagWords[],
    examples: readonly TaggedExample[],
    private readonly model: Model,
  ) {
    this.profiles = new Map(
      vocabulary.map((tag) => {
        const tagged = examples.filter(({ codes }) => codes.includes(tag.code));
        return [
          tag.code,
          weighProfile(
            tag.words,
            tagged.map(({ features }) => features),
            model,
          ),
        ];
      }),
    );
  }

  /** At most `limit` tags, surest first; none when the text says too little. */
  suggest(record: MatchRecord, limit = 3): TagSuggestion[] {
    const { text } = weighRecord(featurise(record, NO_TAGS), this.model);
    const length = Math.sqrt(overlap(text, text));
    if (length === 0) return [];
    return [...this.profiles]
      .map(([code, profile]) => ({ code, profile, similarity: overlap(text, profile) / length }))
      .map((match) => ({ ...match, confidence: Math.min(1, match.similarity / CLEAR_SIMILARITY) }))
      .filter(({ confidence }) => confidence >= LEAST_CONFIDENCE)
      .sort((a, b) => b.similarity - a.similarity || (a.code < b.code ? -1 : 1))
      .slice(0, limit)
      .map(({ code, profile, confidence }) => ({
        code,
        confidence,
        words: this.wordsFor(record, text, profile),
      }));
  }

  private wordsFor(record: MatchRecord, text: WeighedTerms, profile: WeighedTerms): Passage[] {
    const points = spreadPoints(text, profile, 1);
    const occurrences = findOccurrences(record, (term) => points.has(term));
    return mergePassages(record, occurrences, (term) => points.get(term) ?? 0, MOST_WORDS).map(
      ({ points: _, ...passage }) => passage,
    );
  }
}
