import type { SuggestedTag } from '../../records/record.entity';
import { featurise, type RecordFeatures, retag } from '../engine/features';
import type { MatchRecord } from '../engine/record';
import type { TagGuess, TagSuggester } from '../engine/suggest/tag-suggester';
import { TAG_TREE } from '../engine-vocabulary';

/** Beside tags that people stated only what is this sure is suggested. */
const CONFIDENT = 0.7;
/** Stored confidences are rounded, so that they read back as they were written. */
const PLACES = 100;

export const isConfident = ({ confidence }: TagGuess): boolean => confidence >= CONFIDENT;

export interface ReadRecord {
  readonly features: RecordFeatures;
  readonly suggested: readonly SuggestedTag[];
}

/** Reads a record into features with tags suggested anew; what it was suggested before is not looked at. */
export function readWithSuggestions(record: MatchRecord, suggester: TagSuggester): ReadRecord {
  const stated = record.tags.filter(({ origin }) => origin === 'stated');
  const features = featurise({ ...record, tags: stated }, TAG_TREE);
  const known = new Set(stated.map(({ code }) => code));
  const suggested = suggester
    .guess(features)
    .filter((guess) => !known.has(guess.code) && (known.size === 0 || isConfident(guess)))
    .map(({ code, confidence }) => ({ code, confidence: Math.round(confidence * PLACES) / PLACES }));
  const tags = [...stated, ...suggested.map((tag) => ({ ...tag, origin: 'suggested' as const }))];
  return { features: retag(features, tags, TAG_TREE), suggested };
}
