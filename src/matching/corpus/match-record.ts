import type { HiringDetails, TechnologyDetails } from '../../needs/need.schema';
import type { ProjectDetails } from '../../projects/project.schema';
import type { MatchingRecord } from '../../records/matching-record';
import type { TalentDetails } from '../../talent/talent.schema';
import type { NeedKind } from '../../taxonomy/need.vocabulary';
import { projectStages, type ProjectStage } from '../../taxonomy/project.vocabulary';
import type { Facts, Importance, MatchRecord, MoneyRange, RecordTag, Requirement } from '../engine/record';

type NeedRecord = MatchingRecord<TechnologyDetails | HiringDetails> & { needKind: NeedKind };
type ProjectRecord = MatchingRecord<ProjectDetails> & { stage: ProjectStage | null };
type TalentRecord = MatchingRecord<TalentDetails>;

const present = <T>(value: T | null | undefined): value is T => value !== undefined && value !== null;

const range = (min?: number, max?: number): MoneyRange | undefined =>
  min === undefined && max === undefined ? undefined : { min, max };

const tagsOf = (record: MatchingRecord): RecordTag[] => [
  ...record.tags.map((code): RecordTag => ({ code, origin: 'stated', confidence: 1 })),
  ...record.suggestedTags.map(({ code, confidence }): RecordTag => ({
    code,
    origin: 'suggested',
    confidence,
  })),
];

/** A requirement without its importance. */
type Asked = Requirement extends infer R ? (R extends Requirement ? Omit<R, 'importance'> : never) : never;

/** Adds to each asked criterion whether it is a must. */
function weighed(record: MatchingRecord, asked: readonly (Asked | undefined)[]): Requirement[] {
  const musts = new Set<string>(record.must);
  return asked.filter(present).map((wish) => {
    const importance: Importance = musts.has(wish.criterion) ? 'must' : 'should';
    return { ...wish, importance };
  });
}

const common = (record: MatchingRecord) => ({
  id: record.id,
  title: record.title,
  text: record.text,
  tags: tagsOf(record),
});

function ofTechnologyNeed(record: MatchingRecord<TechnologyDetails>): MatchRecord {
  const { indicators, basis, expertsWanted, budgetMin, budgetMax, trlWanted, modes } = record.details;
  const budget = range(budgetMin, budgetMax);
  return {
    ...common(record),
    kind: 'technology-need',
    keywords: [...indicators.map(({ name, wanted }) => `${name} ${wanted}`), basis, expertsWanted].filter(
      present,
    ),
    facts: {},
    requirements: weighed(record, [
      budget && { criterion: 'budget', ...budget },
      trlWanted === undefined ? undefined : { criterion: 'trl', atLeast: trlWanted },
      modes.length === 0 ? undefined : { criterion: 'mode', anyOf: modes },
    ]),
  };
}

function ofHiringNeed(record: MatchingRecord<HiringDetails>): MatchRecord {
  const wanted = record.details;
  const pay = range(wanted.payMin, wanted.payMax);
  return {
    ...common(record),
    kind: 'hiring-need',
    keywords: wanted.fields,
    facts: {},
    requirements: weighed(record, [
      wanted.education && { criterion: 'education', atLeast: wanted.education },
      wanted.degree && { criterion: 'degree', atLeast: wanted.degree },
      wanted.skillLevel && { criterion: 'skillLevel', atLeast: wanted.skillLevel },
      wanted.title && { criterion: 'title', atLeast: wanted.title },
      wanted.minYears === undefined ? undefined : { criterion: 'years', atLeast: wanted.minYears },
      wanted.fields.length === 0 ? undefined : { criterion: 'field', anyOf: wanted.fields },
      wanted.city === undefined ? undefined : { criterion: 'city', anyOf: [wanted.city] },
      { criterion: 'engagement', anyOf: wanted.engagement },
      pay && { criterion: 'pay', ...pay },
    ]),
  };
}

/** A need as the engine reads it. */
export const ofNeed = (record: NeedRecord): MatchRecord =>
  record.needKind === 'technology'
    ? ofTechnologyNeed(record as MatchingRecord<TechnologyDetails>)
    : ofHiringNeed(record as MatchingRecord<HiringDetails>);

/** A project as the engine reads it: a supply, and a demand for the experts it wants. */
export function ofProject(record: ProjectRecord): MatchRecord {
  const { modes, trl, price, investment, expertsWanted } = record.details;
  const facts: Facts = {
    modes: modes.length > 0 ? modes : undefined,
    trl: trl ?? (record.stage ? projectStages.get(record.stage).trl[1] : undefined),
    price: range(price, price),
    investment,
  };
  return {
    ...common(record),
    kind: 'project',
    keywords: [expertsWanted].filter(present),
    facts,
    requirements: [],
  };
}

/** A talent as the engine reads it; the person's name is blanked out of the texts. */
export function ofTalent(record: TalentRecord, name: string | undefined): MatchRecord {
  const { details } = record;
  const cities = [details.city, ...details.citiesAccepted].filter(present);
  return {
    ...common(record),
    kind: 'talent',
    keywords: [details.field, details.post].filter(present),
    facts: {
      education: details.education,
      degree: details.degree,
      fields: details.field === undefined ? undefined : [details.field],
      skillLevel: details.skillLevel,
      title: details.title,
      years: details.years,
      cities: cities.length > 0 ? cities : undefined,
      engagement: details.engagement.length > 0 ? details.engagement : undefined,
      pay: range(details.payMin, details.payMax),
    },
    requirements: [],
    redactions: [name].filter(present),
  };
}
