import { isFormula, textOf } from '../reading/cell';
import type { Choice, Words } from './choices';
import { mistake, NOTHING, plain, question, type Reader, saysNothing } from './reading';

const fold = (word: string): string => plain(word).toLowerCase();

const indexOf = (words: Words): Map<string, string> =>
  new Map(Object.entries(words).flatMap(([code, names]) => names.map((name) => [fold(name), code] as const)));

const NONE = /^(?:不限|无要求|学历不限|专业不限|无限制)$/;

/** One code of a vocabulary, by the words people use for it; `labels` are the vocabulary's own. */
export function readChoice(
  { words, hints = [], ignored }: Choice,
  labels: readonly { code: string; zh: string }[] = [],
): Reader<string> {
  const known = indexOf(words);
  for (const { code, zh } of labels) known.set(fold(zh), code);
  const find = (text: string) => known.get(text) ?? (ignored && known.get(text.replace(ignored, '')));
  return (cell) => {
    if (isFormula(cell)) return mistake('IMPORT.FORMULA');
    const text = fold(textOf(cell));
    const exact = find(text);
    if (exact !== undefined) return { value: exact };
    if (saysNothing(text) || NONE.test(text)) return NOTHING;
    const hint = hints.find(([pattern]) => pattern.test(text));
    return question('IMPORT.WHICH_CHOICE', hint?.[1]);
  };
}

/** Several codes in one cell; a word nobody knows is asked about, with those that were understood suggested. */
export function readChoices(
  { words }: Choice,
  labels: readonly { code: string; zh: string }[],
): Reader<string[]> {
  const known = indexOf(words);
  for (const { code, zh } of labels) known.set(fold(zh), code);
  return (cell) => {
    if (isFormula(cell)) return mistake('IMPORT.FORMULA');
    const parts = textOf(cell)
      .split(/[、,，;；/\s|+]+|(?<=\S)(?:或|和|及)(?=\S)/)
      .map(fold)
      .filter((part) => !saysNothing(part) && !NONE.test(part) && !/^(?:均可|皆可|等)$/.test(part));
    if (parts.length === 0) return NOTHING;
    const codes = parts.map((part) => known.get(part));
    if (codes.every((code) => code !== undefined)) return { value: [...new Set(codes)] };
    const understood = parts.filter((part) => known.has(part));
    return question('IMPORT.WHICH_CHOICE', understood.length > 0 ? understood.join('、') : undefined);
  };
}
