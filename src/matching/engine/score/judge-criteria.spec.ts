import { degrees, educations, skillLevels, titles } from '../../../taxonomy/talent.vocabulary';
import type { Facts, Requirement } from '../record';
import { judgeCriteria, SCALES } from './judge-criteria';

type Asked = Requirement extends infer R ? (R extends Requirement ? Omit<R, 'importance'> : never) : never;

const judge = (asked: Asked, facts: Facts) => {
  const [judged] = judgeCriteria([{ ...asked, importance: 'should' }], facts);
  return judged?.verdict;
};

describe('a criterion with steps', () => {
  const byShortfall = (shortfall: number) =>
    shortfall <= 0 ? 'satisfied' : shortfall === 1 ? 'partly' : 'not';

  it.each(Object.keys(SCALES) as (keyof typeof SCALES)[])(
    'of %s: at least the step asked satisfies, one below partly, lower not',
    (criterion) => {
      const scale: readonly string[] = SCALES[criterion].codes;
      for (const [wanted, atLeast] of scale.entries())
        for (const [found, fact] of scale.entries()) {
          const asked = { criterion, atLeast } as Asked;
          expect(judge(asked, { [criterion]: fact })).toBe(byShortfall(wanted - found));
          expect(judge(asked, {})).toBe('unknown');
        }
    },
  );

  it('ranks the steps as the field does', () => {
    expect(educations.codes).toEqual(['below', 'secondary', 'college', 'bachelor', 'master', 'doctoral']);
    expect(degrees.codes).toEqual(['none', 'bachelor', 'master', 'doctor']);
    expect(skillLevels.codes.indexOf('senior')).toBeLessThan(skillLevels.codes.indexOf('technician'));
    expect(titles.codes.at(-1)).toBe('full-senior');
  });
});

it.each<[string, Asked, Facts, string]>([
  ['years reached', { criterion: 'years', atLeast: 5 }, { years: 5 }, 'satisfied'],
  ['years a fifth short', { criterion: 'years', atLeast: 5 }, { years: 4 }, 'partly'],
  ['years shorter', { criterion: 'years', atLeast: 5 }, { years: 3.9 }, 'not'],
  ['no years asked', { criterion: 'years', atLeast: 0 }, { years: 0 }, 'satisfied'],
  ['years unknown', { criterion: 'years', atLeast: 5 }, {}, 'unknown'],
  ['years that are no number', { criterion: 'years', atLeast: 5 }, { years: Number.NaN }, 'unknown'],
  ['readiness reached', { criterion: 'trl', atLeast: 6 }, { trl: 7 }, 'satisfied'],
  ['readiness one below', { criterion: 'trl', atLeast: 6 }, { trl: 5 }, 'partly'],
  ['readiness two below', { criterion: 'trl', atLeast: 6 }, { trl: 4 }, 'not'],
  ['readiness unknown', { criterion: 'trl', atLeast: 6 }, {}, 'unknown'],
  ['one of the cities', { criterion: 'city', anyOf: ['太原'] }, { cities: ['大同', '太原'] }, 'satisfied'],
  ['another city', { criterion: 'city', anyOf: ['太原'] }, { cities: ['大同'] }, 'not'],
  ['no city known', { criterion: 'city', anyOf: ['太原'] }, { cities: [] }, 'unknown'],
  ['no city asked', { criterion: 'city', anyOf: [] }, { cities: ['大同'] }, 'unknown'],
  [
    'an engagement offered',
    { criterion: 'engagement', anyOf: ['full-time', 'flexible'] },
    { engagement: ['flexible'] },
    'satisfied',
  ],
  [
    'another engagement',
    { criterion: 'engagement', anyOf: ['full-time'] },
    { engagement: ['flexible'] },
    'not',
  ],
  [
    'a mode offered',
    { criterion: 'mode', anyOf: ['licence'] },
    { modes: ['transfer', 'licence'] },
    'satisfied',
  ],
  ['another mode', { criterion: 'mode', anyOf: ['licence'] }, { modes: ['transfer'] }, 'not'],
  ['mode unknown', { criterion: 'mode', anyOf: ['licence'] }, {}, 'unknown'],
  ['the same field', { criterion: 'field', anyOf: ['材料学'] }, { fields: ['材料学'] }, 'satisfied'],
  ['a field within', { criterion: 'field', anyOf: ['材料'] }, { fields: ['材料科学与工程'] }, 'satisfied'],
  [
    'a field with a common word',
    { criterion: 'field', anyOf: ['金属材料工程'] },
    { fields: ['材料加工'] },
    'partly',
  ],
  ['a strange field', { criterion: 'field', anyOf: ['材料学'] }, { fields: ['会计'] }, 'not'],
  ['field unknown', { criterion: 'field', anyOf: ['材料学'] }, { fields: [''] }, 'unknown'],
  ['pay within', { criterion: 'pay', min: 200_000, max: 300_000 }, { pay: { min: 300_000 } }, 'satisfied'],
  ['pay below', { criterion: 'pay', min: 200_000, max: 300_000 }, { pay: { max: 100_000 } }, 'satisfied'],
  [
    'pay a fifth above',
    { criterion: 'pay', max: 300_000 },
    { pay: { min: 360_000, max: 500_000 } },
    'partly',
  ],
  ['pay above', { criterion: 'pay', max: 300_000 }, { pay: { min: 360_001 } }, 'not'],
  ['pay unknown', { criterion: 'pay', max: 300_000 }, { pay: {} }, 'unknown'],
  ['pay not stated', { criterion: 'pay' }, { pay: { min: 1 } }, 'unknown'],
  [
    'price within the budget',
    { criterion: 'budget', max: 5_000_000 },
    { price: { min: 5_000_000 } },
    'satisfied',
  ],
  ['price a little above', { criterion: 'budget', max: 5_000_000 }, { price: { min: 6_000_000 } }, 'partly'],
  ['price above', { criterion: 'budget', max: 5_000_000 }, { price: { min: 6_000_001 } }, 'not'],
  ['price unknown', { criterion: 'budget', max: 5_000_000 }, {}, 'unknown'],
  ['investment within', { criterion: 'investment', min: 100, max: 200 }, { investment: 100 }, 'satisfied'],
  ['investment a fifth below', { criterion: 'investment', min: 100, max: 200 }, { investment: 80 }, 'partly'],
  ['investment below', { criterion: 'investment', min: 100, max: 200 }, { investment: 79 }, 'not'],
  [
    'investment a fifth above',
    { criterion: 'investment', min: 100, max: 200 },
    { investment: 240 },
    'partly',
  ],
  ['investment above', { criterion: 'investment', min: 100, max: 200 }, { investment: 241 }, 'not'],
  ['investment of any size above', { criterion: 'investment', min: 100 }, { investment: 1e12 }, 'satisfied'],
  ['investment unknown', { criterion: 'investment', min: 100 }, {}, 'unknown'],
])('%s', (_, asked, facts, verdict) => expect(judge(asked, facts)).toBe(verdict));

it('judges criteria that contradict each other one by one', () => {
  const asked = (atLeast: 'junior' | 'chief-technician'): Requirement => ({
    criterion: 'skillLevel',
    importance: 'must',
    atLeast,
  });
  const verdicts = judgeCriteria(
    [
      asked('junior'),
      asked('chief-technician'),
      { criterion: 'pay', importance: 'must', min: 300_000, max: 100_000 },
    ],
    { skillLevel: 'senior', pay: { min: 200_000 } },
  );
  expect(verdicts.map(({ verdict }) => verdict)).toEqual(['satisfied', 'not', 'not']);
});
