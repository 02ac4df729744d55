import { base32Of, findStep, stepAt, totp } from './totp';

const SECRET = Buffer.from('12345678901234567890');

describe('a time-based code', () => {
  // RFC 6238, appendix B, SHA-1.
  it.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('at second %i is %s', (second, code) => {
    expect(totp(SECRET, stepAt(new Date(second * 1000)), 8)).toBe(code);
  });

  it('is taken one step early or late, and never twice', () => {
    const now = new Date('2022-06-15T08:00:00Z');
    const step = stepAt(now);
    const codeAt = (offset: number) => totp(SECRET, step + offset);
    for (const offset of [-1, 0, 1]) expect(findStep(SECRET, codeAt(offset), now, 0)).toBe(step + offset);
    for (const offset of [-2, 2]) expect(findStep(SECRET, codeAt(offset), now, 0)).toBeUndefined();
    expect(findStep(SECRET, codeAt(0), now, step)).toBeUndefined();
  });

  it('has a secret that apps read', () => {
    expect(base32Of(Buffer.from('foobar'))).toBe('MZXW6YTBOI');
    expect(base32Of(SECRET)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  });
});
