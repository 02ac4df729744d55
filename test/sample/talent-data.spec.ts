import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isResidentId } from '../../src/common/identifiers/resident-id';
import { isUscc } from '../../src/common/identifiers/uscc';
import {
  degrees,
  educations,
  engagements,
  flexibleForms,
  skillLevels,
  talentTiers,
  titles,
} from '../../src/taxonomy/talent.vocabulary';

interface Talent {
  ref: string;
  name: string;
  tier: string;
  education?: string;
  degree?: string;
  title?: string;
  skillLevel?: string;
  engagement: string[];
  flexibleForms?: string[];
  daysPerYear?: number;
  payMin?: number;
  payMax?: number;
  text: string;
}

const read = (name: string): string[] =>
  readFileSync(join(__dirname, '..', '..', 'sample', name), 'utf8')
    .trim()
    .split('\n');
const talents = read('talents.jsonl').map((line) => JSON.parse(line) as Talent);
const roster = read('roster-sample.csv')
  .slice(1)
  .map((line) => line.split(','));
const refsOf = (wrong: Talent[]): string[] => wrong.map((talent) => talent.ref);

describe('sample talents', () => {
  it('are 200 people of every tier', () => {
    const count = (tier: string) => talents.filter((talent) => talent.tier === tier).length;
    expect(talentTiers.codes.map((tier) => [tier, count(tier)])).toEqual([
      ['phd-expert', 60],
      ['professional', 40],
      ['team-lead', 20],
      ['skilled-worker', 75],
      ['other', 5],
    ]);
  });

  it('use the codes of the vocabularies', () => {
    const known = (list: { codes: readonly string[] }, ...codes: (string | undefined)[]) =>
      codes.every((code) => code === undefined || list.codes.includes(code));
    const wrong = talents.filter(
      (t) =>
        !known(educations, t.education) ||
        !known(degrees, t.degree) ||
        !known(titles, t.title) ||
        !known(skillLevels, t.skillLevel) ||
        !known(engagements, ...t.engagement) ||
        !known(flexibleForms, ...(t.flexibleForms ?? [])),
    );
    expect(refsOf(wrong)).toEqual([]);
  });

  it('keep names and personal marks out of the biography', () => {
    const marks = /汉族|回族|籍贯|出生|生于|周岁|男性|女性|1[3-9]\d{9}/;
    expect(refsOf(talents.filter((t) => t.text.includes(t.name) || marks.test(t.text)))).toEqual([]);
  });

  it('offer flexible forms and days only with flexible engagement, and pay in order', () => {
    const wrong = talents.filter(
      (t) =>
        (!t.engagement.includes('flexible') && (t.flexibleForms ?? t.daysPerYear) !== undefined) ||
        (t.payMin ?? 0) > (t.payMax ?? Infinity),
    );
    expect(refsOf(wrong)).toEqual([]);
  });
});

describe('sample roster', () => {
  it('names thirty people with well-formed numbers that belong to nobody', () => {
    const ids = roster.map((row) => String(row[1]));
    expect(ids).toHaveLength(30);
    expect(new Set(ids).size).toBe(30);
    // No district has the code 149901.
    expect(ids.filter((id) => !isResidentId(id) || !id.startsWith('149901'))).toEqual([]);
  });

  it('names employers by valid credit codes', () => {
    expect(roster.filter((row) => !isUscc(String(row[5])))).toEqual([]);
  });
});
