import { initialsSought, pinyinInitials } from './pinyin-initials';

describe('pinyinInitials', () => {
  it.each([
    ['碳纤维 CFRP 缠绕', 'txwcfrpcr'],
    ['重庆长安', 'cqca'],
    ['Ti-6Al-4V合金', 'ti6al4vhj'],
    ['焊接 🤖 · №', 'hj'],
    ['', ''],
  ])('of %j are %j', (text, initials) => {
    expect(pinyinInitials(text)).toBe(initials);
  });

  it('read a surname as a surname', () => {
    expect([pinyinInitials('单雄信', { name: true }), pinyinInitials('单雄信')]).toEqual(['sxx', 'dxx']);
  });
});

describe('initialsSought', () => {
  it('takes letters, never a single one, nor signs that a pattern would read', () => {
    expect([initialsSought('TXW'), initialsSought('t'), initialsSought('t%'), initialsSought('碳')]).toEqual([
      'txw',
      undefined,
      undefined,
      undefined,
    ]);
  });
});
