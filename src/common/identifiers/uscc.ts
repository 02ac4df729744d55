/** Digits of GB 32100-2015: no I, O, S, V or Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const FORM = /^[0-9A-HJ-NP-RTUWXY]{2}\d{6}[0-9A-HJ-NP-RTUWXY]{10}$/;

/** The 18th character of a unified social credit code, from its first 17 (GB 32100-2015: weights 3^i mod 31). */
export function usccCheckCharacter(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET.charAt((31 - (sum % 31)) % 31);
}

/** Whether the text is a unified social credit code: 18 characters, upper case, right check character. */
export const isUscc = (text: string): boolean =>
  FORM.test(text) && usccCheckCharacter(text.slice(0, 17)) === text.charAt(17);
