import type { Mode } from '../taxonomy/project.vocabulary';
import type { TechnologyDetails } from './need.schema';
import { Finder } from './prefill-finder';
import { AMOUNT, yuanOf } from './prefill-numbers';

const MODES: readonly (readonly [RegExp, Mode])[] = [
  [/(?:合作|联合|委托|共同)(?:研发|开发)/, 'development'],
  [/技术转让|受让/, 'transfer'],
  [/许可/, 'licence'],
  [/技术咨询/, 'consulting'],
  [/技术服务/, 'service'],
  [/作价入股|技术入股/, 'equity'],
];
const BUDGET = new RegExp(
  `(?:预算|经费|投入|出资)[^\\d\\n]{0,10}${AMOUNT}\\s*(?:万|元|亿)?(?:[-—–~～至到]\\s*${AMOUNT})?\\s*(万|元|亿)`,
);
const CHANGE =
  /([\p{Script=Han}A-Za-z]{2,16}?)(?:由|从)(.{1,20}?)(?:提高|提升|降低|降|缩短|延长|增加|减少)(?:到|至)(.{1,20}?)(?=[，。；\n]|$)/gu;
const DAY = /(\d{4})\s*年\s*(1[0-2]|0?[1-9])\s*月(?:\s*(\d{1,2})\s*日)?(?:底|末)?(?:之?前|内|完成)/;

/** What a letter about a technical problem seems to ask. */
export function readTechnology(text: string, finder: Finder): Partial<TechnologyDetails> {
  const budget = finder.find('budgetMax', BUDGET, text);
  const trl = finder.find('trlWanted', /TRL\s*([1-9])|技术成熟度\s*([1-9])\s*级/i, text);
  const day = finder.find('deadline', DAY, text);
  const modes = MODES.filter(([words]) => finder.find('modes', words, text)).map(([, mode]) => mode);
  const indicators = [...text.matchAll(CHANGE)].map(([, name, now, wanted]) => ({
    name: (name ?? '').replace(/^(?:需要|希望|要求|将|把|使|并)+/u, ''),
    now: now?.trim(),
    wanted: (wanted ?? '').trim(),
  }));
  return {
    ...(indicators.length > 0 && { indicators: indicators.filter(({ name }) => name !== '').slice(0, 30) }),
    ...(budget && budgetOf(budget)),
    ...(trl && { trlWanted: Number(trl[1] ?? trl[2]) }),
    ...(day && { deadline: lastDayOf(day) }),
    ...(modes.length > 0 && { modes }),
  };
}

function budgetOf([, low = '', high, unit]: RegExpExecArray): Pick<
  TechnologyDetails,
  'budgetMin' | 'budgetMax'
> {
  if (high === undefined) return { budgetMax: yuanOf(low, unit) };
  return { budgetMin: yuanOf(low, unit), budgetMax: yuanOf(high, unit) };
}

/** 'YYYY-MM-DD'; the last day of the month where no day is said, and of one that does not exist. */
function lastDayOf([, year, month, day]: RegExpExecArray): string {
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
  const date = Math.min(Number(day ?? last), last);
  return `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
}
