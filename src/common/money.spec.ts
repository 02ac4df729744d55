import fc from 'fast-check';
import { formatWan, parseWan, parseYuan } from './money';

describe('amounts in 万元', () => {
  it.each([
    ['12.5', 125_000],
    ['1,200.5', 12_005_000],
    ['0.0001', 1],
    ['1.10', 11_000],
    ['１００', 1_000_000],
    ['8.', 80_000],
    ['4.35', 43_500],
  ])('reads %p exactly', (text, yuan) => expect(parseWan(text)).toBe(yuan));

  it.each(['', '-1', '1e3', '12,34', '0.00001', '10万', 'abc', '99999999999999999'])('refuses %p', (text) =>
    expect(parseWan(text)).toBeUndefined(),
  );

  it('shows what it read', () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (yuan) => {
        expect(parseWan(formatWan(yuan))).toBe(yuan);
        expect(parseYuan(String(yuan))).toBe(yuan);
      }),
    );
    expect(formatWan(0)).toBe('0');
    expect(formatWan(-500)).toBe('-0.05');
  });
});

it('refuses fractions of a 元', () => {
  expect(parseYuan('10.50')).toBeUndefined();
  expect(parseYuan('10.00')).toBe(10);
});
