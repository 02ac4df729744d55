import fc from 'fast-check';
import { CorruptValueError } from '../binary';
import { SideIndex } from './side-index';
import { COLUMNS, records } from './testing/index-arbitraries';

describe('snapshot', () => {
  it('is refused when truncated or when a bit differs', () => {
    fc.assert(
      fc.property(records, fc.nat(), fc.nat({ max: 7 }), fc.boolean(), (corpus, at, bit, truncate) => {
        const bytes = SideIndex.build(COLUMNS, corpus).snapshot();
        const place = at % bytes.length;
        if (truncate)
          expect(() => SideIndex.load(COLUMNS, bytes.subarray(0, place))).toThrow(CorruptValueError);
        else {
          bytes[place]! ^= 1 << bit;
          expect(() => SideIndex.load(COLUMNS, bytes)).toThrow(CorruptValueError);
        }
      }),
      { numRuns: 100, endOnFailure: true },
    );
  });

  it('is refused for an index of other columns', () => {
    const bytes = SideIndex.build(COLUMNS, []).snapshot();
    expect(() => SideIndex.load([{ name: 'tier' }], bytes)).toThrow(CorruptValueError);
    expect(SideIndex.load(COLUMNS, bytes).size).toBe(0);
  });
});
