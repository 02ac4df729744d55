import { requestOf, titleFromText } from './need-draft';

describe('requestOf', () => {
  it('sends the details of its kind only, money in 元, and nothing that was left empty', () => {
    expect(
      requestOf({
        kind: 'hiring',
        title: '焊接工程师',
        text: '要求',
        tags: [],
        publicSummary: '',
        technology: { budgetMax: 3 },
        hiring: { headcount: 2, payMin: 12.5, payMax: undefined, fields: ['焊接'] },
      }),
    ).toEqual({
      kind: 'hiring',
      title: '焊接工程师',
      text: '要求',
      hiring: { headcount: 2, payMin: 125_000, fields: ['焊接'] },
    });
  });
});

describe('titleFromText', () => {
  it.each([
    ['\n 一、矿用电机轻量化：\n正文', '矿用电机轻量化'],
    ['3. Welding robot\nbody', 'Welding robot'],
    ['', ''],
  ])('takes the first line of %j', (text, title) => {
    expect(titleFromText(text)).toBe(title);
  });
});
