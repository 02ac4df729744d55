import { z } from 'zod';
import type { Locale } from '../common/locale';

/** One entry of a vocabulary: the code that is stored and sent, and its label in both languages. */
export interface Term {
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

type Terms = readonly [Term, ...Term[]];

/** A closed list of terms. `schema` accepts exactly its codes; `find` takes anything, `get` only a code of the list. */
export function vocabulary<const T extends Terms>(name: string, terms: T) {
  type Entry = T[number];
  const byCode = new Map<string, Entry>(terms.map((term) => [term.code, term]));
  const codes = terms.map((term) => term.code) as [Entry['code'], ...Entry['code'][]];
  const get = (code: Entry['code']): Entry => {
    const term = byCode.get(code);
    if (!term) throw new RangeError(`${code} is not in the vocabulary ${name}`);
    return term;
  };
  return {
    name,
    terms: terms as readonly Entry[],
    codes,
    schema: z.enum(codes),
    find: (code: string): Entry | undefined => byCode.get(code),
    get,
    label: (code: Entry['code'], locale: Locale): string => labelOf(get(code), locale),
  };
}

/** A vocabulary whose terms are ranked, lowest first. */
export function scale<const T extends Terms>(name: string, terms: T) {
  const list = vocabulary(name, terms);
  type Code = T[number]['code'];
  const ranks = new Map<string, number>(list.codes.map((code, index) => [code, index]));
  /** Position from 0, the lowest. */
  const rank = (code: Code): number => ranks.get(list.get(code).code) as number;
  return { ...list, rank, atLeast: (code: Code, floor: Code): boolean => rank(code) >= rank(floor) };
}

/** The label of a term in the reader's language. */
export const labelOf = (term: Pick<Term, 'zh' | 'en'>, locale: Locale): string =>
  locale === 'en' ? term.en : term.zh;
