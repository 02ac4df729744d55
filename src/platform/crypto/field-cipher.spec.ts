import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { FieldCipher } from './field-cipher';
import { KeyRing } from './key-ring';

const key = () => randomBytes(32).toString('base64');
const place = { table: 'talents', column: 'phone', rowId: '1' };

describe('a field cipher', () => {
  const cipher = new FieldCipher(new KeyRing([key()]));

  it('gives any text back, and never the same ciphertext twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (plain) => {
        const [one, two] = [cipher.encrypt(plain, place), cipher.encrypt(plain, place)];
        expect(cipher.decrypt(one, place)).toBe(plain);
        expect(one.equals(two)).toBe(false);
      }),
    );
  });

  it.each([
    ['table', { ...place, table: 'persons' }],
    ['column', { ...place, column: 'email' }],
    ['row', { ...place, rowId: '2' }],
  ])('refuses a ciphertext moved to another %s', (_, elsewhere) => {
    expect(() => cipher.decrypt(cipher.encrypt('13800138000', place), elsewhere)).toThrow();
  });

  it('refuses a ciphertext with any byte changed', () => {
    const sealed = cipher.encrypt('13800138000', place);
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: sealed.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        (at, by) => {
          const changed = Buffer.from(sealed);
          changed[at]! ^= by;
          expect(() => cipher.decrypt(changed, place)).toThrow();
        },
      ),
    );
  });

  it('opens a person’s field with that person’s key only', () => {
    const [own, other] = [randomBytes(32), randomBytes(32)];
    const sealed = cipher.encrypt('biography', { ...place, personKey: own });
    expect(cipher.decrypt(sealed, { ...place, personKey: own })).toBe('biography');
    expect(() => cipher.decrypt(sealed, { ...place, personKey: other })).toThrow();
    expect(() => cipher.decrypt(sealed, place)).toThrow();
  });

  it('reads what an older key wrote, writes with the newest, and finds by both', () => {
    const [older, newer] = [key(), key()];
    const before = new FieldCipher(new KeyRing([older]));
    const after = new FieldCipher(new KeyRing([newer, older]));
    expect(after.decrypt(before.encrypt('x', place), place)).toBe('x');
    expect(() => before.decrypt(after.encrypt('x', place), place)).toThrow(/is missing/);
    const index = before.blindIndex('110101', 'talents.id_number');
    expect(after.blindIndexes('110101', 'talents.id_number').some((found) => found.equals(index))).toBe(true);
  });

  it('indexes equal values equally, but not across columns', () => {
    const index = (value: string, column: string) => cipher.blindIndex(value, column).toString('hex');
    expect(index('110101', 'a.b')).toBe(index('110101', 'a.b'));
    expect(index('110101', 'a.b')).not.toBe(index('110101', 'a.c'));
  });
});
