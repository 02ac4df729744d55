import { isNeed, type RecordKind } from './pair-kind';
import { hideAdvertising } from './text/job-advertisement';
import { hidePersonalDetails } from './text/personal-details';
import type { Facts, MatchRecord, RecordTag, Requirement } from './record';
import { type SparseVector, toSparseVector } from './sparse-vector';
import type { TagTree } from './tag-tree';
import { tagTermId } from './text/term-id';
import { type FieldName, NEED_FIELDS, OFFER_FIELDS, type TextField, textVector } from './text/text-vector';

/** Raised whenever the same text would give other features; models and stored features name it. */
export const PIPELINE_VERSION = 3;

/** Suggested tags count below stated ones even at full confidence. Range 0…1. */
const SUGGESTED_STRENGTH = 0.6;

/** A suggestion less sure than this says nothing. */
const LEAST_TAG_CONFIDENCE = 0.01;

/** Tags beyond this many are not read; a record with thousands of tags says nothing. */
const MOST_TAGS = 200;

/** Only so many UTF-16 units of a field, of all keywords together, are read, which bounds the time that any record can take. */
const MOST_READ = { title: 1_000, text: 16_000, keywords: 2_000 } as const;

/** Keywords beyond this many are not read. */
const MOST_KEYWORDS = 100;

/** What another program made of a record's text: a unit vector of the embedding model that it names. */
export interface Embedding {
  readonly model: string;
  readonly vector: Float32Array;
}

/**
 * What the engine keeps of a record, independent of any model: `text` holds saturated term frequencies, `tags`
 * the strength (0…1) of each tag and of what it implies.
 */
export interface RecordFeatures {
  readonly pipelineVersion: number;
  readonly kind: RecordKind;
  readonly text: SparseVector;
  readonly tags: SparseVector;
  readonly embedding?: Embedding;
  readonly facts: Facts;
  readonly requirements: readonly Requirement[];
}

/** The fields that are read, in order, personal details and advertising hidden, offsets as in the original. */
export function fieldsOf({ title, text, keywords = [], redactions = [] }: MatchRecord): TextField[] {
  const left: Record<FieldName, number> = { ...MOST_READ };
  const read = (name: FieldName, whole: string): TextField => {
    const begin = whole.slice(0, left[name]);
    left[name] -= begin.length;
    return { name, text: hideAdvertising(hidePersonalDetails(begin, redactions)) };
  };
  return [
    read('title', title),
    read('text', text),
    ...keywords.slice(0, MOST_KEYWORDS).map((keyword) => read('keywords', keyword)),
  ];
}

function strengthOf(tag: RecordTag): number {
  if (tag.origin === 'stated') return 1;
  const isKnown = Number.isFinite(tag.confidence) && tag.confidence >= LEAST_TAG_CONFIDENCE;
  return isKnown ? SUGGESTED_STRENGTH * Math.min(1, tag.confidence) : 0;
}

function tagVector(tags: readonly RecordTag[], tree: TagTree): SparseVector {
  const strengths = new Map<number, number>();
  for (const tag of tags.slice(0, MOST_TAGS)) {
    const strength = strengthOf(tag);
    for (const implied of tree.implied(tag.code)) {
      const id = tagTermId(implied.code);
      const total = strength * implied.strength;
      if (total > (strengths.get(id) ?? 0)) strengths.set(id, total);
    }
  }
  return toSparseVector(strengths);
}

/** The same features with other tags: the text is not read again. */
export const retag = (
  features: RecordFeatures,
  tags: readonly RecordTag[],
  tree: TagTree,
): RecordFeatures => ({ ...features, tags: tagVector(tags, tree) });

/** Reads a record into features. Pure: the same record and tree always give the same features. */
export function featurise(record: MatchRecord, tree: TagTree): RecordFeatures {
  return {
    pipelineVersion: PIPELINE_VERSION,
    kind: record.kind,
    text: textVector(fieldsOf(record), isNeed(record.kind) ? NEED_FIELDS : OFFER_FIELDS),
    tags: tagVector(record.tags, tree),
    facts: record.facts,
    requirements: record.requirements,
  };
}
