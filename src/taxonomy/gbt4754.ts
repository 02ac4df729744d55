import { z } from 'zod';
import type { Locale } from '../common/locale';
import english from './gbt4754-2017.english.json';
import names from './gbt4754-2017.names.json';

/** One class of GB/T 4754-2017: section "C", division "C39", group "C398" or class "C3985". */
export interface EconomicClass {
  readonly code: string;
  readonly parent?: string;
  readonly zh: string;
  /** Ours, for sections and divisions; a deeper class carries its division's. */
  readonly en: string;
}

const ENGLISH = new Map(Object.entries(english));

const describe = ([code, zh]: [string, string]): EconomicClass => ({
  code,
  parent: parentOf(code),
  zh,
  en: ENGLISH.get(code) ?? `${ENGLISH.get(code.slice(0, 3))} (${code})`,
});

/** "C3985" → "C398" → "C39" → "C" → undefined. */
function parentOf(code: string): string | undefined {
  if (code.length === 1) return undefined;
  return code.length === 3 ? code.slice(0, 1) : code.slice(0, -1);
}

/** All 1,971 classes in the standard's order. */
export const economicClasses: readonly EconomicClass[] = Object.entries(names).map(describe);

const BY_CODE = new Map(economicClasses.map((entry) => [entry.code, entry]));

export const findEconomicClass = (code: string): EconomicClass | undefined => BY_CODE.get(code);

export const economicClassSchema = z
  .string()
  .refine((code) => BY_CODE.has(code), { error: 'not a code of GB/T 4754-2017' });

/** The label of a class in the reader's language; undefined for an unknown code. */
export function economicClassLabel(code: string, locale: Locale): string | undefined {
  const entry = BY_CODE.get(code);
  return locale === 'en' ? entry?.en : entry?.zh;
}
