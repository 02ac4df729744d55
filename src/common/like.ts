import { Converter as FromSimplified } from 'opencc-js/cn2t';
import { Converter as FromTraditional } from 'opencc-js/t2cn';

/** A LIKE pattern for texts that contain `part`, whose own % and _ stand for themselves. */
export const containing = (part: string): string => `%${part.replace(/[\\%_]/g, '\\$&')}%`;

const toSimplified = FromTraditional({ from: 't', to: 'cn' });
const toTraditional = [FromSimplified({ from: 'cn', to: 't' }), FromSimplified({ from: 'cn', to: 'tw' })];

/** ASCII in full width, as an input method for Chinese types it. */
const widened = (text: string): string =>
  text
    .replace(/[!-~]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0))
    .replaceAll(' ', '\u3000');

/**
 * Patterns, any of which finds what `part` means however the text or `part` is written: in half or full width, in simplified or
 * traditional characters, with accents composed or in pieces. Case is left to ILIKE.
 */
export function meaning(part: string): string[] {
  const plain = toSimplified(part.normalize('NFKC'));
  const scripts = [plain, ...toTraditional.map((convert) => convert(plain))];
  const forms = [part, ...scripts, ...scripts.map(widened), plain.normalize('NFD')];
  return [...new Set(forms)].map(containing);
}
