import fc from 'fast-check';
import { normaliseIdentifier } from './normalise';
import { isResidentId, residentIdCheckCharacter } from './resident-id';
import { isUscc, usccCheckCharacter } from './uscc';

const ALPHABET = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
const text = (characters: string[], length: number) =>
  fc.array(fc.constantFrom(...characters), { minLength: length, maxLength: length }).map((a) => a.join(''));
const digits = (length: number) => text([...'0123456789'], length);

describe('unified social credit code', () => {
  it('knows the example of the standard', () => {
    expect(isUscc('91350100M000100Y43')).toBe(true);
  });

  it.each(['91350100M000100Y44', '91350100M000100Y4', '91350100m000100y43', '9135010OM000100Y43', ''])(
    'refuses %p',
    (code) => expect(isUscc(code)).toBe(false),
  );

  it('notices every single wrong character', () => {
    const code = fc.tuple(text(ALPHABET, 2), digits(6), text(ALPHABET, 9)).map((parts) => parts.join(''));
    fc.assert(
      fc.property(code, fc.nat(17), fc.constantFrom(...ALPHABET), (first17, at, other) => {
        const right = first17 + usccCheckCharacter(first17);
        expect(isUscc(right)).toBe(true);
        const changed = right.slice(0, at) + other + right.slice(at + 1);
        expect(isUscc(changed)).toBe(changed === right);
      }),
    );
  });
});

describe('resident identity number', () => {
  it('knows the example of the standard', () => {
    expect(isResidentId('11010519491231002X')).toBe(true);
    expect(isResidentId('440524188001010014')).toBe(true);
  });

  it.each([
    ['a wrong check character', '110105194912310021'],
    ['a lower-case x', '11010519491231002x'],
    [
      'a day that is not in the calendar',
      `11010519990230002${residentIdCheckCharacter('11010519990230002')}`,
    ],
    ['a month that is not', `11010519991330002${residentIdCheckCharacter('11010519991330002')}`],
    ['the fifteen digits of old', '110105491231002'],
  ])('refuses %s', (_, id) => expect(isResidentId(id)).toBe(false));

  it('notices every single wrong digit', () => {
    fc.assert(
      fc.property(digits(3), fc.nat(16), fc.integer({ min: 1, max: 9 }), (order, at, step) => {
        const first17 = `14010519900315${order}`;
        const right = first17 + residentIdCheckCharacter(first17);
        const other = (Number(right.charAt(at)) + step) % 10;
        expect(isResidentId(right)).toBe(true);
        expect(isResidentId(right.slice(0, at) + other + right.slice(at + 1))).toBe(false);
      }),
    );
  });
});

it('normalises what people type', () => {
  expect(normaliseIdentifier(' ９１350100-m000100y43 ')).toBe('91350100M000100Y43');
});
