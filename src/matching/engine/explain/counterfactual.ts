import type { Model } from '../model';
import type { Criterion, Facts, Requirement } from '../record';
import { scoreWeighed } from '../score/score-pair';
import type { WeighedRecord } from '../score/weigh-record';

/** What the score would be if the supply met one criterion that it does not meet, or does not say. */
export interface Counterfactual {
  readonly criterion: Criterion;
  /** The facts that would meet it. */
  readonly facts: Facts;
  readonly score: number;
  /** The musts that would still fail. */
  readonly excludedBy?: readonly Criterion[];
}

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
