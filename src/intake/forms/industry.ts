import { economicClasses, findEconomicClass } from '../../taxonomy/gbt4754';
import { textOf } from '../reading/cell';
import { NOTHING, plain, question, type Reader, saysNothing } from '../values/reading';

const BY_NAME = new Map<string, string>();
const BY_DIGITS = new Map<string, string>();
for (const { code, zh } of economicClasses) {
  if (!BY_NAME.has(zh)) BY_NAME.set(zh, code);
  BY_DIGITS.set(code.slice(1), code);
}

/** A class of GB/T 4754-2017 by its code or its whole name. */
export const readIndustry: Reader<string> = (cell) => {
  const text = plain(textOf(cell));
  if (saysNothing(text)) return NOTHING;
  const code =
    findEconomicClass(text.toUpperCase())?.code ??
    BY_DIGITS.get(text) ??
    BY_NAME.get(text) ??
    BY_NAME.get(`${text}业`);
  return code === undefined ? question('IMPORT.INDUSTRY') : { value: code };
};
