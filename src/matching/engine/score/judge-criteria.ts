import { degrees, educations, skillLevels, titles } from '../../../taxonomy/talent.vocabulary';
import type { Facts, MoneyRange, Requirement } from '../record';
import { compareFields } from './compare-fields';
import type { CriterionVerdict, Verdict } from './criterion-verdict';

/** The scale of each criterion that compares steps. */
export const SCALES = {
  education: educations,
  degree: degrees,
  skillLevel: skillLevels,
  title: titles,
} as const;

/** A shortfall of years or a price above the range up to this share is "partly". */
const NEAR = 0.2;

type Judgement = readonly [verdict: Verdict, found: unknown];
const UNKNOWN: Judgement = ['unknown', undefined];

/** One step below is partly: 中级工 where 高级工 is asked. */
function judgeStep(
  { codes }: { codes: readonly string[] },
  wanted: string,
  found: string | undefined,
): Judgement {
  if (found === undefined || !codes.includes(found) || !codes.includes(wanted)) return UNKNOWN;
  const shortfall = codes.indexOf(wanted) - codes.indexOf(found);
  return [shortfall <= 0 ? 'satisfied' : shortfall === 1 ? 'partly' : 'not', found];
}

function judgeAtLeast(wanted: number, found: number | undefined, tolerance: number): Judgement {
  if (found === undefined || !Number.isFinite(found) || !Number.isFinite(wanted)) return UNKNOWN;
  return [found >= wanted ? 'satisfied' : found >= wanted - tolerance ? 'partly' : 'not', found];
}

function judgeAnyOf(wanted: readonly string[], found: readonly string[] | undefined): Judgement {
  if (found === undefined || found.length === 0 || wanted.length === 0) return UNKNOWN;
  return [found.some((value) => wanted.includes(value)) ? 'satisfied' : 'not', found];
}

/** Whether the asked amount lies within what can be given: only the upper end refuses. */
function judgeCeiling(offered: MoneyRange, asked: MoneyRange | undefined): Judgement {
  const ceiling = offered.max ?? offered.min;
  const floor = asked?.min ?? asked?.max;
  if (ceiling === undefined || floor === undefined) return UNKNOWN;
  return [floor <= ceiling ? 'satisfied' : floor <= ceiling * (1 + NEAR) ? 'partly' : 'not', asked];
}

function judgeWithin(range: MoneyRange, found: number | undefined): Judgement {
  const { min = 0, max = Infinity } = range;
  if (found === undefined || (range.min === undefined && range.max === undefined)) return UNKNOWN;
  if (found >= min && found <= max) return ['satisfied', found];
  return [found >= min * (1 - NEAR) && found <= max * (1 + NEAR) ? 'partly' : 'not', found];
}

function judge(requirement: Requirement, facts: Facts): Judgement {
  switch (requirement.criterion) {
    case 'education':
    case 'degree':
    case 'skillLevel':
    case 'title':
      return judgeStep(SCALES[requirement.criterion], requirement.atLeast, facts[requirement.criterion]);
    case 'years':
      return judgeAtLeast(requirement.atLeast, facts.years, requirement.atLeast * NEAR);
    case 'trl':
      return judgeAtLeast(requirement.atLeast, facts.trl, 1);
    case 'field':
      return [compareFields(requirement.anyOf, facts.fields ?? []), facts.fields];
    case 'city':
      return judgeAnyOf(requirement.anyOf, facts.cities);
    case 'engagement':
      return judgeAnyOf(requirement.anyOf, facts.engagement);
    case 'mode':
      return judgeAnyOf(requirement.anyOf, facts.modes);
    case 'pay':
      return judgeCeiling(requirement, facts.pay);
    case 'budget':
      return judgeCeiling(requirement, facts.price);
    case 'investment':
      return judgeWithin(requirement, facts.investment);
  }
}

/** The verdict on one requirement alone. */
export function verdictOf(requirement: Requirement, facts: Facts): Verdict {
  return judge(requirement, facts)[0];
}

/** Judges each requirement against the facts, in the order of the requirements. */
export function judgeCriteria(requirements: readonly Requirement[], facts: Facts): CriterionVerdict[] {
  return requirements.map((requirement) => {
    const { criterion, importance, ...required } = requirement;
    const [verdict, found] = judge(requirement, facts);
    return { criterion, importance, verdict, required, found };
  });
}
