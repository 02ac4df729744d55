import fc from 'fast-check';
import { normaliseText } from './normalise-text';

function folded(text: string): string {
  return String.fromCharCode(...normaliseText(text).units);
}

describe('normaliseText', () => {
  it.each([
    ['full width', 'ＳｉＣ１０％', 'sic10%'],
    ['Kangxi radicals', '⾼⾦⽯', '高金石'],
    ['radicals of PDF files', '⻋⻓⻔', '车长门'],
    ['traditional characters', '單晶爐體溫控', '单晶炉体温控'],
    ['the trade form of silicon', '碳化矽', '碳化硅'],
    ['composed and decomposed letters', 'e\u0301', '\u00e9'],
    ['ligatures and units', 'ﬁeld ㎏', 'field kg'],
    ['dots in units', 'kW⋅h', 'kw·h'],
  ])('reads %s', (_, text, expected) => {
    expect(folded(text)).toBe(expected);
  });

  it('keeps every unit at a place of the original, in order', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const { units, offsets } = normaliseText(text);
        expect(offsets).toHaveLength(units.length + 1);
        expect(offsets.at(-1)).toBe(text.length);
        for (let i = 1; i < offsets.length; i++) expect(offsets[i]! >= offsets[i - 1]!).toBe(true);
      }),
    );
  });
});
