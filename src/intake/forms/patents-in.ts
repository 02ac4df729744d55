/** A number of a patent or application (ZL202010000000.1) or of a registered software (2022SR0000001). */
const NUMBER = /(?:ZL)?(?:19|20)\d{10}\.?[\dX]|(?:19|20)\d{2}SR\d{6,8}/gi;

/** The fifth digit of a number says what was granted: 1 and 8 invention, 2 and 9 utility model, 3 design. */
const KINDS: Record<string, string> = {
  1: 'invention',
  8: 'invention',
  2: 'utility-model',
  9: 'utility-model',
  3: 'design',
};

const kindOf = (number: string): string =>
  /SR/i.test(number) ? 'software' : (KINDS[number.replace(/^ZL/i, '').charAt(4)] ?? 'other');

/** The rights that a text names by number. */
export const patentsIn = (text = ''): { kind: string; number: string }[] =>
  [...new Set(text.normalize('NFKC').match(NUMBER) ?? [])]
    .slice(0, 200)
    .map((number) => ({ kind: kindOf(number), number: number.toUpperCase() }));
