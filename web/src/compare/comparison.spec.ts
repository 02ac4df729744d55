import type { ExplanationView } from '@server/matching/explanations/explanation.schema';
import { comparisonOf, type ComparisonWords } from './comparison';

const words: ComparisonWords = {
  noData: '无数据',
  separator: '、',
  tags: '标签',
  part: (code) => code,
  criterion: (code) => code,
  verdict: (code) => code,
  tag: (code) => code,
  points: String,
  value: (_, value) => (typeof value === 'number' ? String(value) : undefined),
};

const pair = (text: number | null, years: number | null, verdict: string) =>
  ({
    parts: [{ part: 'text', value: text === null ? null : text / 40, weight: 0.4, points: text ?? 0 }],
    criteria: [{ criterion: 'years', importance: 'must', verdict, points: 0, required: null, found: years }],
    tags: [{ code: '3.1' }],
  }) as unknown as ExplanationView;

describe('comparisonOf', () => {
  const [text, years, tags] = comparisonOf(
    [pair(30, 9, 'satisfied'), pair(null, null, 'unknown'), pair(12, 2, 'not')],
    words,
  );

  it('says no data where there is none, never 0', () => {
    expect(text?.cells).toEqual(['30', '无数据', '12']);
    expect(years?.cells).toEqual(['9 · satisfied', '无数据', '2 · not']);
  });

  it('marks the best', () => {
    expect(text?.best).toEqual([0]);
    expect(years?.best).toEqual([0]);
  });

  it('knows what does not differ', () => {
    expect(tags).toMatchObject({ differs: false, best: [] });
  });
});
