import { pinyin } from 'pinyin-pro';

const LETTERS_SOUGHT = /^[a-z][a-z0-9]{1,29}$/i;

/**
 * What people type to find Chinese text quickly: the first letter of each character's pinyin, with Latin letters and
 * digits as they stand: '碳纤维 CFRP 缠绕' → 'txwcfrpcr'. Readings are taken from the words around a character; `name`
 * reads the first character as a surname (单 → s).
 */
export function pinyinInitials(text: string, { name = false } = {}): string {
  const letters = pinyin(text, {
    pattern: 'first',
    toneType: 'none',
    type: 'array',
    nonZh: 'consecutive',
    mode: name ? 'surname' : 'normal',
  });
  return letters
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}

/** The part of stored initials that a search asks for; undefined when it cannot mean initials. */
export const initialsSought = (q: string): string | undefined =>
  LETTERS_SOUGHT.test(q) ? q.toLowerCase() : undefined;
