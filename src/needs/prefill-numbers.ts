const DIGITS = '零一二三四五六七八九';
/** A count in digits or in Chinese numerals up to 99; put into the rules below. */
export const COUNT = '(\\d{1,4}|[一二两三四五六七八九十]{1,3})';
/** An amount with what it is counted in: 15万, 8千, 12000元, 0.8亿. */
export const AMOUNT = '(\\d+(?:\\.\\d+)?)';

/** 3 of '3', 2 of '两', 15 of '十五'. */
export function countOf(words: string): number {
  if (/^\d+$/.test(words)) return Number(words);
  const [tens, ones] = words.replace('两', '二').split('十');
  if (ones === undefined) return DIGITS.indexOf(words.replace('两', '二'));
  return (tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0);
}

const UNITS: Record<string, number> = { 元: 1, k: 1_000, 千: 1_000, 万: 10_000, 亿: 100_000_000 };

/** Whole 元 of an amount in its unit; 万 where none is said, as people do. */
export const yuanOf = (amount: string, unit: string | undefined): number =>
  Math.round(Number(amount) * (UNITS[(unit ?? '万').toLowerCase()] ?? UNITS['万'] ?? 1));
