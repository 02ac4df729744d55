import { z } from 'zod';
import { inOrder, patched, patchOf, plainText, yuan } from './fields';

describe('plainText', () => {
  const schema = plainText(10);

  it('keeps what people type, to the character', () => {
    expect(schema.parse(' 𠮷野·ＡＢ ')).toBe(' 𠮷野·ＡＢ ');
  });

  it.each([[''], ['   '], ['a\0b'], ['\ud800'], ['x'.repeat(11)]])('refuses %j', (text) => {
    expect(schema.safeParse(text).success).toBe(false);
  });
});

describe('patchOf', () => {
  const patch = z.strictObject(
    patchOf({ name: plainText(5), city: plainText(5).optional(), modes: z.array(z.string()).default([]) }),
  );

  it('adds nothing that was not sent', () => {
    expect(patch.parse({})).toEqual({});
  });

  it('takes away by null what a record may lack, and nothing else', () => {
    expect(patch.parse({ city: null })).toEqual({ city: null });
    expect(patch.safeParse({ name: null }).success).toBe(false);
    expect(patch.safeParse({ modes: null }).success).toBe(false);
  });
});

describe('patched', () => {
  it('changes, leaves and takes away', () => {
    expect(patched({ a: 1, b: 2, c: 3 }, { a: 5, b: undefined, c: null })).toEqual({ a: 5, b: 2 });
  });
});

describe('inOrder', () => {
  const range = z
    .strictObject({ low: yuan.optional(), high: yuan.optional() })
    .superRefine(inOrder('low', 'high'));

  it('refuses a range that is upside down, at its lower end', () => {
    expect(range.safeParse({ low: 2, high: 1 }).error?.issues).toMatchObject([
      { path: ['low'], message: 'INPUT.RANGE' },
    ]);
    expect(range.safeParse({ low: 1, high: 1 }).success).toBe(true);
    expect(range.safeParse({ high: 1 }).success).toBe(true);
  });
});
