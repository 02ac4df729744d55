import type { RecordFeatures } from '../features';
import type { Model, Part } from '../model';
import type { Criterion, MatchRecord } from '../record';
import { MUST_WEIGHT, type PairScore, scoreWeighed, VERDICT_VALUES } from '../score/score-pair';
import { type WeighedRecord, weighRecord } from '../score/weigh-record';
import type { TagTree } from '../tag-tree';
import {
  type Counterfactual,
  findCounterfactuals,
  findTagCounterfactuals,
  type TagCounterfactual,
} from './counterfactual';
import {
  findOccurrences,
  mergePassages,
  type Occurrence,
  type Passage,
  type WorthyPassage,
} from './passages';
import { spreadPoints } from './shared-terms';
import { pairTags, type TagPair } from './tag-pairs';

/** A record with the features that were stored for this version of it. */
export interface ExplainedSide {
  readonly record: MatchRecord;
  readonly features: RecordFeatures;
}

/** A term that both sides carry, as each of them writes it. */
export interface SharedTerm {
  readonly demand: string;
  readonly supply: string;
  readonly points: number;
}

/** Why a pair has its score, in codes, numbers and passages of the two records; never in prose. */
export interface Explanation {
  readonly score: PairScore;
  readonly terms: readonly SharedTerm[];
  readonly passages: { readonly demand: readonly WorthyPassage[]; readonly supply: readonly WorthyPassage[] };
  readonly tags: readonly TagPair[];
  readonly criteria: readonly { readonly criterion: Criterion; readonly points: number }[];
  readonly missing: {
    /** Passages that weigh most in the demand and stand nowhere in the supply. */
    readonly terms: readonly Passage[];
    readonly criteria: readonly Criterion[];
    readonly parts: readonly Part[];
  };
  readonly counterfactuals: readonly Counterfactual[];
  readonly tagCounterfactuals: readonly TagCounterfactual[];
}

const MOST_TERMS = 20;
const MOST_PASSAGES = 12;
const MOST_MISSING = 8;

function firstTexts(occurrences: readonly Occurrence[]): Map<number, string> {
  const texts = new Map<number, string>();
  for (const { term, text } of occurrences) if (!texts.has(term)) texts.set(term, text);
  return texts;
}

function sharedTerms(
  points: ReadonlyMap<number, number>,
  demand: readonly Occurrence[],
  supply: readonly Occurrence[],
): SharedTerm[] {
  const demandTexts = firstTexts(demand);
  const supplyTexts = firstTexts(supply);
  return [...points]
    .flatMap(([term, worth]) => {
      const asked = demandTexts.get(term);
      const answered = supplyTexts.get(term);
      return asked !== undefined && answered !== undefined
        ? [{ demand: asked, supply: answered, points: worth }]
        : [];
    })
    .sort((a, b) => b.points - a.points)
    .slice(0, MOST_TERMS);
}

function criteriaPoints({ criteria, parts }: PairScore): Explanation['criteria'] {
  const weight = parts.find(({ part }) => part === 'criteria')?.weight ?? 0;
  const importanceOf = (importance: string): number => (importance === 'must' ? MUST_WEIGHT : 1);
  const known = criteria.reduce(
    (sum, c) => sum + (c.verdict === 'unknown' ? 0 : importanceOf(c.importance)),
    0,
  );
  return criteria.map(({ criterion, verdict, importance }) => ({
    criterion,
    points:
      verdict === 'unknown' ? 0 : (100 * weight * importanceOf(importance) * VERDICT_VALUES[verdict]) / known,
  }));
}

function missingTerms(
  demand: WeighedRecord,
  record: MatchRecord,
  isShared: (term: number) => boolean,
): Passage[] {
  const own = new Map<number, number>();
  demand.text.terms.forEach((term, i) => {
    if (!isShared(term)) own.set(term, (demand.text.weights[i] ?? 0) ** 2);
  });
  const occurrences = findOccurrences(record, (term) => own.has(term)).filter(
    // Two characters may be the end of one word and the beginning of the next; words stand for both.
    ({ kind }) => kind !== 'character' && kind !== 'bigram',
  );
  return mergePassages(record, occurrences, (term) => own.get(term) ?? 0, MOST_MISSING);
}

/** Explains the score of a pair from two records, their features and a model. */
export function explainPair(
  demand: ExplainedSide,
  supply: ExplainedSide,
  model: Model,
  tree: TagTree,
): Explanation {
  const asked = weighRecord(demand.features, model);
  const answered = weighRecord(supply.features, model);
  const score = scoreWeighed(asked, answered, model);
  const pointsOf = (part: Part): number => score.parts.find((p) => p.part === part)?.points ?? 0;
  const termPoints = spreadPoints(asked.text, answered.text, pointsOf('text'));
  const tagPoints = spreadPoints(asked.tags, answered.tags, pointsOf('tags'));
  const isShared = (term: number): boolean => termPoints.has(term);
  const worth = (term: number): number => termPoints.get(term) ?? 0;
  const inDemand = findOccurrences(demand.record, isShared);
  const inSupply = findOccurrences(supply.record, isShared);
  return {
    score,
    terms: sharedTerms(termPoints, inDemand, inSupply),
    passages: {
      demand: mergePassages(demand.record, inDemand, worth, MOST_PASSAGES),
      supply: mergePassages(supply.record, inSupply, worth, MOST_PASSAGES),
    },
    tags: pairTags(demand.record, supply.record, tree, tagPoints),
    criteria: criteriaPoints(score),
    missing: {
      terms: missingTerms(asked, demand.record, isShared),
      criteria: score.criteria
        .filter(({ verdict }) => verdict === 'unknown')
        .map(({ criterion }) => criterion),
      parts: score.parts.filter(({ value }) => value === null).map(({ part }) => part),
    },
    counterfactuals: findCounterfactuals(asked, answered, model),
    tagCounterfactuals: findTagCounterfactuals(
      asked,
      demand.record.tags,
      answered,
      supply.record.tags,
      model,
      tree,
    ),
  };
}
