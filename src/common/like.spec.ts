import { meaning } from './like';

describe('what a search means', () => {
  it.each([
    ['full width', 'ＣＦＲＰ　１０％', 'CFRP 10%'],
    ['traditional characters', '新材料發動機', '新材料发动机'],
    ['traditional characters of Taiwan', '碳纖維麵粉', '碳纤维面粉'],
    ['pieces', 'e\u0301tuve', '\u00e9tuve'],
  ])('is the same in %s', (_, typed, plain) => {
    expect(meaning(typed)).toEqual(expect.arrayContaining(meaning(plain)));
    expect(meaning(plain)).toEqual(expect.arrayContaining([`%${plain.replace('%', '\\%')}%`]));
  });

  it('finds what was stored in full width or traditional characters', () => {
    expect(meaning('CFRP 碳纤维')).toEqual(
      expect.arrayContaining(['%CFRP 碳纖維%', '%ＣＦＲＰ\u3000碳纤维%', '%ＣＦＲＰ\u3000碳纖維%']),
    );
  });

  it('asks once where nothing can be written otherwise', () => {
    expect(meaning('山西')).toEqual(['%山西%']);
  });
});
