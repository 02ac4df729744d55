import type { Actor, Role } from '../common/actor';
import { disclosureTo, summaryOf, titleFrom } from './disclosure';

const actor = (role: Role, over: Partial<Actor> = {}): Actor => ({
  userId: 'u',
  role,
  parkIds: [],
  organisationId: null,
  personId: null,
  activityIds: [],
  ...over,
});
const sealed = {
  organisationId: 'o1',
  parkId: 'p1',
  ownerUserId: null,
  confidentiality: 'sealed' as const,
};

describe('disclosureTo', () => {
  it.each([
    ['its park', actor('officer', { parkIds: ['p1'] }), 'full'],
    ['its organisation', actor('enterprise', { organisationId: 'o1' }), 'full'],
    ['the platform', actor('manager'), 'full'],
    ['an auditor', actor('auditor'), 'full'],
    ['another park', actor('officer', { parkIds: ['p2'] }), 'summary'],
    ['another organisation', actor('enterprise', { organisationId: 'o2' }), 'summary'],
    ['an enterprise user without organisation', actor('enterprise'), 'summary'],
  ])('tells %s of a sealed record: %s', (_, reader, expected) => {
    expect(disclosureTo(reader, sealed)).toBe(expected);
  });

  it.each([
    ['public', 'full'],
    ['hide-organisation', 'without-organisation'],
    ['park-only', 'summary'],
  ] as const)('tells another park of a record that is %s: %s', (confidentiality, expected) => {
    expect(disclosureTo(actor('park-lead', { parkIds: ['p2'] }), { ...sealed, confidentiality })).toBe(
      expected,
    );
  });

  it('takes a record of no park and no organisation for nobody’s home', () => {
    const stray = { ...sealed, parkId: null, organisationId: null };
    expect(disclosureTo(actor('enterprise'), stray)).toBe('summary');
    expect(disclosureTo(actor('officer', { parkIds: ['p1'] }), stray)).toBe('summary');
  });
});

describe('summaryOf', () => {
  it('stands for title and text', () => {
    expect(summaryOf({ code: '需-2022-0001', publicSummary: '某单位求购密封件' })).toEqual({
      title: '某单位求购密封件',
      text: '某单位求购密封件',
    });
    expect(summaryOf({ code: '需-2022-0001', publicSummary: null })).toEqual({
      title: '需-2022-0001',
      text: '',
    });
  });
});

describe('titleFrom', () => {
  it('takes 40 characters and halves none', () => {
    expect(titleFrom('𠮷'.repeat(50))).toBe('𠮷'.repeat(40));
    expect(titleFrom('  一行\n二行 ')).toBe('一行 二行');
  });
});
