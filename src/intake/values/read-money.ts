import { isFormula, textOf } from '../reading/cell';
import {
  leavesOpen,
  mistake,
  NOTHING,
  plain,
  question,
  type Reader,
  type Reading,
  saysNothing,
} from './reading';

/** Whole 元; an absent end is open. For pay, of one year. */
export interface Amount {
  min?: number;
  max?: number;
}

type Unit = '元' | '千元' | '万元' | '百万元' | '千万元' | '亿元';
const YUAN: Record<Unit, number> = {
  元: 1,
  千元: 1_000,
  万元: 10_000,
  百万元: 1_000_000,
  千万元: 10_000_000,
  亿元: 100_000_000,
};
const UNIT = '(?:百万|千万|万|亿|千|[kKwW])?(?:元|块|人民币)?';

const FIGURE = '(\\d{1,9}(?:,\\d{3})*(?:\\.\\d{1,6})?)';
const FORM = new RegExp(
  `^(?<about>约|大约|左右|近)?(?<below>不超过|不高于|最高|低于|少于|≤|<=)?(?<above>不低于|不少于|最低|高于|大于|≥|>=)?` +
    `[¥￥]?${FIGURE}(?<unit1>${UNIT})(?:[-~—–至到]+[¥￥]?${FIGURE}(?<unit2>${UNIT}))?` +
    `(?<per>/?(?:每)?(?:年|月|年薪|月薪|人))?(?<after>左右|以上|起|\\+|以内|以下|之内)?(?<per2>/(?:年|月))?$`,
);

/** "万元/年", "（单位：万元）", "元/月", "k". */
function unitOf(words: string): Unit | undefined {
  if (/亿/.test(words)) return '亿元';
  if (/千万/.test(words)) return '千万元';
  if (/百万/.test(words)) return '百万元';
  if (/万|[wW]$/.test(words)) return '万元';
  if (/千|[kK](?:\/|$|\))/.test(words)) return '千元';
  return /元|块|人民币/.test(words) ? '元' : undefined;
}

const periodOf = (words: string): 12 | 1 | undefined =>
  /月/.test(words) ? 12 : /年/.test(words) ? 1 : undefined;

const exact = (figure: string, factor: number): number | undefined => {
  const [whole = '0', fraction = ''] = figure.replaceAll(',', '').split('.');
  const scale = String(factor).length - 1;
  if (fraction.replace(/0+$/, '').length > scale) return undefined;
  const value = Number(whole) * factor + Number(fraction.padEnd(scale, '0').slice(0, scale) || '0');
  return Number.isSafeInteger(value) ? value : undefined;
};

/** A heading that offers two units leaves the unit to the cell: 薪酬（万元/年或元/月）. */
const stated = (heading: string): string => (/或/.test(heading) ? '' : plain(heading));

function read(text: string, asHeaded: string, yearly: boolean): Reading<Amount> {
  const heading = stated(asHeaded);
  const words = plain(text).replace(/^(?:年薪|月薪|税前|税后|综合|人民币)+[:：]?|\(其中[^()]*\)$/g, '');
  if (saysNothing(words)) return NOTHING;
  if (leavesOpen(words)) return { words: text };
  const form = FORM.exec(words);
  if (!form?.groups) return question('IMPORT.AMOUNT');
  const { about, below, above, unit1, unit2, per, per2, after } = form.groups;
  const [first, second] = [form[4], form[6]].map((figure) => figure);
  const last = unitOf(unit2 ?? '') ?? unitOf(unit1 ?? '') ?? unitOf(heading);
  if (last === undefined && Number(first?.replaceAll(',', '')) !== 0) return question('IMPORT.UNIT');
  const lastUnit = last ?? '元';
  const firstUnit = unitOf(unit1 ?? '') ?? lastUnit;
  const months = yearly
    ? (periodOf(`${per ?? ''}${per2 ?? ''}`) ?? periodOf(/^月薪/.test(plain(text)) ? '月' : heading))
    : 1;
  // A figure in k is a month's on every recruitment site.
  if (months === undefined) return question('IMPORT.PERIOD', /k/i.test(words) ? `${words}/月` : undefined);
  const low = exact(first ?? '', YUAN[firstUnit]);
  const high = second === undefined ? low : exact(second, YUAN[lastUnit]);
  if (low === undefined || high === undefined) return mistake('IMPORT.FRACTION');
  if (low > high) return mistake('INPUT.RANGE');
  if (about || after === '左右') return question('IMPORT.ABOUT', words.replace(/^(?:大约|约|近)|左右/g, ''));
  if (below || /以内|以下|之内/.test(after ?? '')) return { value: { max: high * months } };
  if (above || /以上|起|\+/.test(after ?? '')) return { value: { min: low * months } };
  return { value: { min: low * months, max: high * months } };
}

/** An amount; the cell's own unit goes before the heading's, and without either the person is asked. */
export const readAmount: Reader<Amount> = (cell, heading) =>
  isFormula(cell) ? mistake('IMPORT.FORMULA') : read(textOf(cell), heading, false);

/** Pay, made yearly; whether a figure is a month's or a year's is asked when nothing says it. */
export const readPay: Reader<Amount> = (cell, heading) =>
  isFormula(cell) ? mistake('IMPORT.FORMULA') : read(textOf(cell), heading, true);
