import fc from 'fast-check';
import { type Range, segmentsOf } from './highlight';

const range = (source: string, start: number, end: number): Range => ({
  start,
  end,
  text: source.slice(start, end),
});

describe('segmentsOf', () => {
  it('marks what both sides say and what the other lacks', () => {
    const source = '需要碳纤维缠绕工艺';
    expect(segmentsOf(source, [range(source, 2, 5)], [range(source, 5, 7)])).toEqual([
      { text: '需要', emphasis: null, at: 0 },
      { text: '碳纤维', emphasis: 'hit', at: 2 },
      { text: '缠绕', emphasis: 'missing', at: 5 },
      { text: '工艺', emphasis: null, at: 7 },
    ]);
  });

  it('marks nothing that does not stand in the text', () => {
    expect(segmentsOf('碳纤维', [{ start: 0, end: 2, text: '石墨' }], [])).toEqual([
      { text: '碳纤维', emphasis: null, at: 0 },
    ]);
  });

  it('always joins to the source', () => {
    const ranges = fc.array(fc.tuple(fc.nat(40), fc.nat(40)));
    fc.assert(
      fc.property(fc.string({ maxLength: 40 }), ranges, ranges, (source, hits, missing) => {
        const of = (pairs: [number, number][]) => pairs.map(([start, end]) => range(source, start, end));
        const joined = segmentsOf(source, of(hits), of(missing)).map(({ text }) => text);
        expect(joined.join('')).toBe(source);
      }),
    );
  });
});
