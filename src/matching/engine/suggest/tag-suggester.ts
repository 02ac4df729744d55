import { mergePassages, findOccurrences, type Passage } from '../explain/passages';
import { spreadPoints } from '../explain/shared-terms';
import { featurise, type RecordFeatures } from '../features';
import type { Model } from '../model';
import type { MatchRecord } from '../record';
import { weighRecord } from '../score/weigh-record';
import { overlap, type WeighedTerms } from '../score/weighed-terms';
import type { TagTree } from '../tag-tree';

/** A tag that a text speaks for. */
export interface TagGuess {
  readonly code: string;
  /** 0…1. */
  readonly confidence: number;
}

export interface TagSuggestion extends TagGuess {
  /** The passages that speak for the tag, strongest first. */
  readonly words: readonly Passage[];
}

/** Cosine at which a text speaks for a tag as clearly as texts do. */
const CLEAR_SIMILARITY = 0.25;
/** Below this confidence nothing is suggested. */
export const LEAST_CONFIDENCE = 0.3;
const MOST_SUGGESTED = 3;
const MOST_WORDS = 5;

/**
 * Suggests tags from text by its likeness to the profiles of a model: the same text and model always give the same tags.
 * A model without profiles suggests nothing.
 */
export class TagSuggester {
  constructor(private readonly model: Model) {}

  /** At most three tags, surest first; none when the text says too little. */
  guess(features: RecordFeatures): TagGuess[] {
    return this.compare(weighRecord(features, this.model).text).map(({ code, confidence }) => ({
      code,
      confidence,
    }));
  }

  /** The same with the passages behind each tag. */
  suggest(record: MatchRecord, tree: TagTree): TagSuggestion[] {
    const { text } = weighRecord(featurise(record, tree), this.model);
    return this.compare(text).map(({ code, confidence, profile }) => ({
      code,
      confidence,
      words: wordsFor(record, text, profile),
    }));
  }

  private compare(text: WeighedTerms): (TagGuess & { profile: WeighedTerms })[] {
    const length = Math.sqrt(overlap(text, text));
    if (length === 0) return [];
    return [...(this.model.values.tagProfiles ?? [])]
      .map(([code, profile]) => ({ code, profile, similarity: overlap(text, profile) / length }))
      .sort((a, b) => b.similarity - a.similarity || (a.code < b.code ? -1 : 1))
      .slice(0, MOST_SUGGESTED)
      .map(({ code, profile, similarity }) => ({
        code,
        profile,
        confidence: Math.min(1, similarity / CLEAR_SIMILARITY),
      }))
      .filter(({ confidence }) => confidence >= LEAST_CONFIDENCE);
  }
}

function wordsFor(record: MatchRecord, text: WeighedTerms, profile: WeighedTerms): Passage[] {
  const points = spreadPoints(text, profile, 1);
  const occurrences = findOccurrences(record, (term) => points.has(term));
  return mergePassages(record, occurrences, (term) => points.get(term) ?? 0, MOST_WORDS).map(
    ({ points: _, ...passage }) => passage,
  );
}
