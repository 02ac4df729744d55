import type { Column } from '../../src/matching/engine/index/index-record';
import type { Facts, Requirement } from '../../src/matching/engine/record';
import { seededRandom } from '../../src/matching/engine/seeded-random';
import { FACT_COLUMNS } from '../../src/matching/engine/score/fact-codes';
import { type SparseVector, toSparseVector } from '../../src/matching/engine/sparse-vector';
import { tagTermId } from '../../src/matching/engine/text/term-id';
import { educations, titles } from '../../src/taxonomy/talent.vocabulary';

/** Those of the criteria, and what filters read. */
export const COLUMNS: readonly Column[] = [
  ...FACT_COLUMNS,
  { name: 'tier', partition: true },
  { name: 'region', partition: true },
  { name: 'district' },
];
/** How the tiers are shared out; the third holds 10 %. */
const TIER_ENDS = [0.45, 0.8, 0.9, 0.95, 1];
export const TENTH_TIER = 2;
const REGIONS = 5;
const CITIES = Array.from({ length: 30 }, (_, i) => `city-${i}`);
export const DISTRICTS = 10;
const INDUSTRIES = 9;
const GROUPS = 40;

export interface GeneratedFacts {
  readonly facts: Facts;
  readonly tags: SparseVector;
  /** Codes of the columns that filters read. */
  readonly place: readonly number[];
}

function someOf<T>(values: readonly T[], random: () => number): T {
  return values[Math.floor(random() * values.length)]!;
}

/** What record `number` says beside its text: 15 % leave each fact out. */
export function factsOf(number: number): GeneratedFacts {
  const random = seededRandom(0x68bc21eb ^ number);
  const known = <T>(value: T): T | undefined => (random() < 0.15 ? undefined : value);
  const education = known(someOf(educations.codes, random));
  const title = known(someOf(titles.codes, random));
  const city = known(someOf(CITIES, random));
  const tier = TIER_ENDS.findIndex((end) => random() < end);
  return {
    facts: { education, title, cities: city === undefined ? undefined : [city] },
    tags: tagsOf(random),
    place: [Math.max(0, tier), Math.floor(random() * REGIONS), Math.floor(random() * DISTRICTS)],
  };
}

/** What query `number` asks beside its text. */
export function requirementsOf(number: number): { requirements: Requirement[]; tags: SparseVector } {
  const random = seededRandom(0x02e5be93 ^ number);
  const importance = 'should';
  return {
    requirements: [
      { criterion: 'education', importance, atLeast: someOf(educations.codes, random) },
      { criterion: 'title', importance, atLeast: someOf(titles.codes, random) },
      { criterion: 'city', importance, anyOf: [someOf(CITIES, random)] },
    ],
    tags: tagsOf(random),
  };
}

function tagsOf(random: () => number): SparseVector {
  const strengths = new Map<number, number>();
  for (let left = 1 + Math.floor(random() * 2); left > 0; left--) {
    const group = Math.floor(random() * GROUPS);
    strengths.set(tagTermId(`${group % INDUSTRIES}.${group}`), 1);
    strengths.set(tagTermId(String(group % INDUSTRIES)), 1);
  }
  return toSparseVector(strengths);
}
