import { vocabularies as published } from '../../../src/taxonomy/catalogue';
import zh from '../i18n/zh-CN';
import { indexTerms } from '../vocabulary/vocabularies';
import { matching } from './vocabulary-search';

const vocabularies = indexTerms({
  vocabularies: [
    { name: 'regions', terms: [{ code: 'overseas', zh: '境外', en: 'Overseas' }] },
    {
      name: 'levels',
      terms: [
        { code: 'signed', zh: '已签约', en: 'Signed' },
        { code: 'settled', zh: '入驻', en: 'Settled' },
      ],
    },
  ],
});
const codes = (q: string) =>
  matching(vocabularies, q, (name) => `名称 ${name}`).flatMap(({ terms }) => terms.map(({ code }) => code));

describe('searching the vocabularies', () => {
  it('finds a term by its label in either language, and nothing else', () => {
    expect(codes('入驻')).toEqual(['settled']);
    expect(codes('OVER')).toEqual(['overseas']);
  });

  it('shows a vocabulary whole that is named itself, and all without a search', () => {
    expect(codes('levels')).toEqual(['signed', 'settled']);
    expect(codes('名称 lev')).toEqual(['signed', 'settled']);
    expect(codes(' ')).toHaveLength(3);
  });

  it('has a name for every vocabulary that is published', () => {
    expect(published.map(({ name }) => `vocabulary.${name}`).filter((key) => !(key in zh))).toEqual([]);
  });
});
