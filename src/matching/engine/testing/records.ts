import fc from 'fast-check';
import { degrees, educations, skillLevels, titles } from '../../../taxonomy/talent.vocabulary';
import type { MatchRecord, Requirement } from '../record';
import { TagTree } from '../tag-tree';

/** A small tag tree for specs. */
export const TREE = new TagTree({
  nodes: [
    { code: '3', level: 1 },
    { code: '3.1', parent: '3', level: 2 },
    { code: '3.2', parent: '3', level: 2 },
    { code: '5', level: 1 },
    { code: '5.1', parent: '5', level: 2 },
  ],
  planWords: { 'word:new-materials': ['3'] },
});

/** A project that says nothing, with what the spec is about put over it. */
export function record(overrides: Partial<MatchRecord>): MatchRecord {
  return {
    id: 'r',
    kind: 'project',
    title: '',
    text: '',
    tags: [],
    facts: {},
    requirements: [],
    ...overrides,
  };
}

const oddText = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '',
    '碳',
    '。，！？',
    '🚀🚀',
    '\ud800',
    '\udc00碳',
    '碳化硅单晶',
    'SiC 10kW·h ≥99.9%',
    '⾼⾦',
  ),
);

const amount = fc.oneof(fc.integer({ min: -5, max: 2_000_000 }), fc.constant(Number.NaN));
const words = fc.array(fc.constantFrom('太原', '大同', 'full-time', 'flexible', '材料学', ''), {
  maxLength: 3,
});

const requirement: fc.Arbitrary<Requirement> = fc
  .tuple(
    fc.constantFrom<'must' | 'should'>('must', 'should'),
    fc.oneof(
      fc.record({
        criterion: fc.constant('education' as const),
        atLeast: fc.constantFrom(...educations.codes),
      }),
      fc.record({ criterion: fc.constant('degree' as const), atLeast: fc.constantFrom(...degrees.codes) }),
      fc.record({
        criterion: fc.constant('skillLevel' as const),
        atLeast: fc.constantFrom(...skillLevels.codes),
      }),
      fc.record({ criterion: fc.constant('title' as const), atLeast: fc.constantFrom(...titles.codes) }),
      fc.record({ criterion: fc.constantFrom('years' as const, 'trl' as const), atLeast: amount }),
      fc.record({
        criterion: fc.constantFrom('field' as const, 'city' as const, 'engagement' as const, 'mode' as const),
        anyOf: words,
      }),
      fc.record(
        {
          criterion: fc.constantFrom('pay' as const, 'budget' as const, 'investment' as const),
          min: amount,
          max: amount,
        },
        { requiredKeys: ['criterion'] },
      ),
    ),
  )
  .map(([importance, rest]) => ({ importance, ...rest }));

const facts = fc.record(
  {
    education: fc.constantFrom(...educations.codes),
    degree: fc.constantFrom(...degrees.codes),
    skillLevel: fc.constantFrom(...skillLevels.codes),
    title: fc.constantFrom(...titles.codes),
    fields: words,
    years: amount,
    cities: words,
    engagement: fc.array(fc.constantFrom('full-time' as const, 'flexible' as const), { maxLength: 2 }),
    pay: fc.record({ min: amount, max: amount }, { requiredKeys: [] }),
    price: fc.record({ min: amount, max: amount }, { requiredKeys: [] }),
    trl: amount,
    modes: words,
    investment: amount,
  },
  { requiredKeys: [] },
);

const tags = fc.array(
  fc.record({
    code: fc.constantFrom('3', '3.1', '3.2', '5.1', 'word:new-materials', 'no-such-tag', '__proto__', ''),
    origin: fc.constantFrom('stated' as const, 'suggested' as const),
    confidence: fc.oneof(fc.double(), fc.constant(1)),
  }),
  { maxLength: 6 },
);

const anyRecord = fc.record({
  id: fc.uuid(),
  title: oddText,
  text: oddText,
  keywords: fc.array(oddText, { maxLength: 3 }),
  tags,
  facts,
  requirements: fc.array(requirement, { maxLength: 6 }),
});

/** Records as odd as they come, to ask and to answer. */
export const anyDemand: fc.Arbitrary<MatchRecord> = anyRecord.map((r) => ({ ...r, kind: 'technology-need' }));
export const anySupply: fc.Arbitrary<MatchRecord> = anyRecord.map((r) => ({ ...r, kind: 'project' }));
