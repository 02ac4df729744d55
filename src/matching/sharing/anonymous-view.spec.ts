import fc from 'fast-check';
import type { MatchingRecord } from '../../records/matching-record';
import type { TalentForMatching } from '../../talent/talent.service';
import { anonymousViewOf, wordsOf, yearsBand } from './anonymous-view';
import { anonymousView } from './share.schema';

const talent = (over: Partial<TalentForMatching['details']>, texts: Partial<MatchingRecord> = {}) =>
  ({
    kind: 'talent',
    id: '01890000-0000-7000-8000-000000000001',
    code: '才-2022-0001',
    title: '研究员 · 高分子材料',
    text: '',
    publicSummary: null,
    tags: ['3.2'],
    suggestedTags: [],
    must: [],
    tier: 'phd-expert',
    personId: null,
    details: { citiesAccepted: [], engagement: ['flexible'], ...over },
    ...texts,
  }) as unknown as TalentForMatching;

const words = { headline: '标题', text: '正文', owner: '甲公司' };

describe('the anonymous view of a talent', () => {
  it('tells vocabulary fields, a band of years, a known city, tags and verdicts', () => {
    const details = { education: 'doctoral', degree: 'doctor', years: 17, city: '太原市' } as const;
    const verdict = { criterion: 'degree', importance: 'must', verdict: 'satisfied' } as const;
    const view = anonymousViewOf(talent(details), [{ ...verdict, required: {}, found: 'doctor' }], words);
    expect(anonymousView.parse(JSON.parse(JSON.stringify(view)))).toEqual({
      kind: 'talent',
      tags: ['3.2'],
      tier: 'phd-expert',
      education: 'doctoral',
      degree: 'doctor',
      years: '15-19',
      city: '太原',
      engagement: ['flexible'],
      criteria: [verdict],
    });
  });

  it('never tells what was typed, wherever it was typed', () => {
    const planted = fc
      .string({ minLength: 4, maxLength: 30, unit: 'grapheme' })
      .map((text) => `埋☂${text}☂埋`);
    fc.assert(
      fc.property(planted, fc.nat(80), (secret, years) => {
        const typed = {
          school: secret,
          field: secret,
          certificateNo: secret,
          employer: secret,
          post: secret,
          city: secret,
          citiesAccepted: [secret],
          source: secret,
          availableFrom: '2022-07-01',
          years,
        };
        const texts = {
          id: secret,
          code: secret,
          title: secret,
          text: secret,
          publicSummary: secret,
          sourceRef: secret,
          personId: secret,
          parkId: secret,
          organisationId: secret,
        };
        const found = { criterion: 'field', importance: 'must', verdict: 'partly' } as const;
        const told = JSON.stringify(
          anonymousViewOf(
            talent(typed, texts),
            [{ ...found, required: { anyOf: [secret] }, found: secret }],
            {},
          ),
        );
        expect(told).not.toContain('☂');
        expect(told).not.toMatch(/\d{4}-\d{2}/);
      }),
    );
  });

  it('gives years in bands of five', () => {
    expect([0, 4, 5, 39, 40, 80].map(yearsBand)).toEqual(['0-4', '0-4', '5-9', '35-39', '40+', '40+']);
  });
});

describe('the words of a project', () => {
  const project = { title: '甲公司的密封件', text: '甲公司出品，电话13812345678', publicSummary: null };

  it('are all there when it is public', () => {
    expect(wordsOf(project, 'full', '甲公司')).toEqual({
      headline: project.title,
      text: project.text,
      owner: '甲公司',
    });
  });

  it('leave its owner out when that is hidden, in the texts too', () => {
    expect(JSON.stringify(wordsOf(project, 'without-organisation', '甲公司'))).not.toMatch(/甲公司|138/);
  });

  it('are its summary, or nothing, when it is kept', () => {
    expect(wordsOf(project, 'summary', '甲公司')).toEqual({});
    expect(wordsOf({ ...project, publicSummary: '一种密封件' }, 'summary', '甲公司')).toEqual({
      headline: '一种密封件',
      text: '一种密封件',
    });
  });
});
