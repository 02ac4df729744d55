/** Classes of UTF-16 units of a normalised text, as the tokeniser sees them. */
export const SEPARATOR = 0;
/** Han, kana and hangul: written without spaces, read as characters and bigrams. */
export const IDEOGRAPH = 1;
export const LETTER = 2;
export const DIGIT = 3;
/** The first half of an ideograph outside the basic plane. */
export const HIGH_IDEOGRAPH = 4;

const IDEOGRAPHS = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;
const LETTERS = /\p{L}/u;

function classify(unit: number): number {
  if (unit >= 0xd840 && unit <= 0xd88d) return HIGH_IDEOGRAPH;
  if (unit >= 0xd800 && unit <= 0xdfff) return SEPARATOR;
  if (unit >= 0x30 && unit <= 0x39) return DIGIT;
  const character = String.fromCharCode(unit);
  if (IDEOGRAPHS.test(character)) return IDEOGRAPH;
  return LETTERS.test(character) ? LETTER : SEPARATOR;
}

const classes = Uint8Array.from({ length: 0x10000 }, (_, unit) => classify(unit));

export function classOf(unit: number | undefined): number {
  return unit === undefined ? SEPARATOR : (classes[unit] ?? SEPARATOR);
}
