import type { Disclosure } from '../../records/disclosure';
import type { RecordCard } from '../cards/record-card';
import type { Explanation } from '../engine/explain/explain-pair';
import type { Model } from '../engine/model';
import { fitPercent } from '../engine/score/fit-of-score';
import type { ExplanationView } from './explanation.schema';

interface Cards {
  demand: RecordCard;
  supply: RecordCard;
}

/** Where the pair stands in the demand's shortlist, and where it would with another score; null: nowhere. */
export interface Places {
  today: number | null;
  with: (score: number) => number | null;
}

/** Whether the reader may read the record's text. */
const isRead = ({ disclosure }: { disclosure: Disclosure }): boolean => disclosure !== 'summary';

/** An explanation without what stands in a text that the reader may not read. Criteria, parts and tags always stay. */
export function explanationViewOf(
  { demand, supply }: Cards,
  explained: Explanation,
  model: Model,
  places: Places,
): ExplanationView {
  const { score, terms, passages, tags, missing, counterfactuals, tagCounterfactuals } = explained;
  const asks = isRead(demand);
  const answers = isRead(supply);
  return {
    pairKind: score.pair,
    demand,
    supply,
    model: score.modelVersion,
    score: score.score,
    fit: fitPercent(score.score, score.pair, model),
    rank: places.today,
    parts: score.parts.map((part) => ({ ...part })),
    criteria: score.criteria.map(({ criterion, importance, verdict, required, found }, at) => ({
      criterion,
      importance,
      verdict,
      points: explained.criteria[at]?.points ?? 0,
      required: asks ? required : null,
      found: answers ? (found ?? null) : null,
    })),
    excludedBy: [...(score.excludedBy ?? [])],
    tags: tags.map((tag) => ({ ...tag, demandTags: [...tag.demandTags], supplyTags: [...tag.supplyTags] })),
    terms: terms.map((term) => ({
      demand: asks ? term.demand : null,
      supply: answers ? term.supply : null,
      points: term.points,
    })),
    passages: {
      demand: asks ? [...passages.demand] : [],
      supply: answers ? [...passages.supply] : [],
    },
    missing: {
      terms: asks ? [...missing.terms] : [],
      criteria: [...missing.criteria],
      parts: [...missing.parts],
    },
    counterfactuals: counterfactuals.map(({ criterion, facts, score: reached, excludedBy }) => ({
      criterion,
      facts: asks ? { ...facts } : null,
      score: reached,
      rank: excludedBy ? null : places.with(reached),
    })),
    tagCounterfactuals: tagCounterfactuals.map(({ tag, score: reached }) => ({
      tag,
      score: reached,
      rank: places.with(reached),
    })),
  };
}
