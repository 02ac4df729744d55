import { retag } from '../features';
import type { Model } from '../model';
import type { Criterion, Facts, RecordTag, Requirement } from '../record';
import { scoreWeighed } from '../score/score-pair';
import { type WeighedRecord, weighRecord } from '../score/weigh-record';
import type { TagTree } from '../tag-tree';

/** What the score would be if the supply met one criterion that it does not meet, or does not say. */
export interface Counterfactual {
  readonly criterion: Criterion;
  /** The facts that would meet it. */
  readonly facts: Facts;
  readonly score: number;
  /** The musts that would still fail. */
  readonly excludedBy?: readonly Criterion[];
}

/** What the score would be if the supply, too, carried a tag that people gave the demand. */
export interface TagCounterfactual {
  readonly tag: string;
  readonly score: number;
}

/** Of a demand with more tags than these that the supply lacks, the first are asked about. */
const MOST_LACKING = 8;

function meetingFacts(requirement: Requirement): Facts {
  switch (requirement.criterion) {
    case 'education':
      return { education: requirement.atLeast };
    case 'degree':
      return { degree: requirement.atLeast };
    case 'skillLevel':
      return { skillLevel: requirement.atLeast };
    case 'title':
      return { title: requirement.atLeast };
    case 'years':
      return { years: requirement.atLeast };
    case 'trl':
      return { trl: requirement.atLeast };
    case 'field':
      return { fields: requirement.anyOf };
    case 'city':
      return { cities: requirement.anyOf };
    case 'engagement':
      return { engagement: requirement.anyOf.filter((form) => form === 'full-time' || form === 'flexible') };
    case 'mode':
      return { modes: requirement.anyOf };
    case 'pay':
      return { pay: { max: requirement.max ?? requirement.min } };
    case 'budget':
      return { price: { max: requirement.max ?? requirement.min } };
    case 'investment':
      return { investment: requirement.min ?? requirement.max };
  }
}

/** One counterfactual for each criterion that is not satisfied, the greatest gain first. */
export function findCounterfactuals(
  demand: WeighedRecord,
  supply: WeighedRecord,
  model: Model,
): Counterfactual[] {
  const { requirements } = demand.features;
  const { criteria } = scoreWeighed(demand, supply, model);
  return requirements
    .filter((_, i) => criteria[i]?.verdict !== 'satisfied')
    .map((requirement) => {
      const facts = meetingFacts(requirement);
      const changed = { ...supply.features, facts: { ...supply.features.facts, ...facts } };
      const { score, excludedBy } = scoreWeighed(demand, { ...supply, features: changed }, model);
      return { criterion: requirement.criterion, facts, score, ...(excludedBy && { excludedBy }) };
    })
    .sort((a, b) => b.score - a.score);
}

/**
 * One counterfactual for each stated tag of the demand that would raise the score, the greatest gain first; none where a
 * must fails, for no tag mends that.
 */
export function findTagCounterfactuals(
  demand: WeighedRecord,
  demandTags: readonly RecordTag[],
  supply: WeighedRecord,
  supplyTags: readonly RecordTag[],
  model: Model,
  tree: TagTree,
): TagCounterfactual[] {
  const today = scoreWeighed(demand, supply, model);
  if (today.excludedBy) return [];
  const carried = new Set(supplyTags.filter(isStated).map(({ code }) => code));
  const lacking = new Set(
    demandTags.filter((tag) => isStated(tag) && !carried.has(tag.code)).map(({ code }) => code),
  );
  return [...lacking]
    .slice(0, MOST_LACKING)
    .map((tag) => {
      const tags = [{ code: tag, origin: 'stated', confidence: 1 } as const, ...supplyTags];
      const tagged = weighRecord(retag(supply.features, tags, tree), model);
      return { tag, score: scoreWeighed(demand, tagged, model).score };
    })
    .filter(({ score }) => score > today.score)
    .sort((a, b) => b.score - a.score);
}

const isStated = ({ origin }: RecordTag): boolean => origin === 'stated';
