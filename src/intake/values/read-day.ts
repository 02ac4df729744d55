import { isDay, isFormula, textOf } from '../reading/cell';
import { leavesOpen, mistake, NOTHING, plain, question, type Reader, saysNothing } from './reading';

const FULL = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/;
const COMPACT = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;
const MONTH = /^(\d{4})[-/.年](\d{1,2})月?(?:底|末|份)?$/;
const YEAR_END = /^(\d{4})年?(?:底|年底|末|年末)?$/;

const two = (part: string | number) => String(part).padStart(2, '0');

/** The day if the calendar has it. */
function realDay(year: string, month: string, day: string): string | undefined {
  const text = `${year}-${two(month)}-${two(day)}`;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined;
}

const lastDayOf = (year: string, month: string): string =>
  new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10);

/** The day that `text` names, or undefined. */
export function dayIn(text: string): string | undefined {
  const [, year = '', month = '', day = ''] = FULL.exec(text) ?? COMPACT.exec(text) ?? [];
  return year === '' ? undefined : realDay(year, month, day);
}

/** A calendar day; a month or a year alone is asked about, with its last day suggested. */
export const readDay: Reader<string> = (cell) => {
  if (isFormula(cell)) return mistake('IMPORT.FORMULA');
  if (cell !== null && isDay(cell)) return { value: cell.day };
  const text = plain(textOf(cell)).replace(/(?:之)?前$/, '');
  if (saysNothing(text)) return NOTHING;
  if (leavesOpen(text)) return { words: textOf(cell) };
  const day = dayIn(text);
  if (day !== undefined) return { value: day };
  if (FULL.test(text)) return mistake('IMPORT.NO_SUCH_DAY');
  // 2022.1 as a number may have been 2022.10: the spreadsheet dropped the zero.
  const [, year = '', month = ''] = MONTH.exec(text) ?? [];
  const isMonth = Number(month) >= 1 && Number(month) <= 12;
  if (isMonth && !(typeof cell === 'number' && month === '1'))
    return question('IMPORT.WHICH_DAY', lastDayOf(year, month));
  const onlyYear = YEAR_END.exec(text)?.[1];
  return question('IMPORT.WHICH_DAY', onlyYear && Number(onlyYear) > 1900 ? `${onlyYear}-12-31` : undefined);
};

/** A month 'YYYY-MM'. */
export const readMonth: Reader<string> = (cell) => {
  if (isFormula(cell)) return mistake('IMPORT.FORMULA');
  if (cell !== null && isDay(cell)) return { value: cell.day.slice(0, 7) };
  const text = plain(textOf(cell)).replace(/起$/, '');
  if (saysNothing(text)) return NOTHING;
  const [, year = '', month = ''] = MONTH.exec(text) ?? /^((?:19|20)\d{2})(\d{2})$/.exec(text) ?? [];
  const isMonth = Number(month) >= 1 && Number(month) <= 12;
  if (isMonth && !(typeof cell === 'number' && text.includes('.') && month === '1'))
    return { value: `${year}-${two(month)}` };
  return dayIn(text) === undefined
    ? question('IMPORT.WHICH_MONTH')
    : { value: (dayIn(text) as string).slice(0, 7) };
};

/** From one day to another: "2022.7.1-2025.6.30". */
export const readTerm: Reader<{ from: string; to?: string }> = (cell) => {
  if (cell !== null && isDay(cell)) return { value: { from: cell.day } };
  const text = plain(textOf(cell));
  if (saysNothing(text)) return NOTHING;
  const parts = /^(\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?|\d{8})(?:[-~—–至到]+(.+))?$/.exec(text);
  const from = parts?.[1] === undefined ? undefined : dayIn(parts[1]);
  if (from === undefined) return question('IMPORT.TERM');
  const rest = parts?.[2];
  if (rest === undefined || /^(?:长期|无固定期限|至今)$/.test(rest)) return { value: { from } };
  const to = dayIn(rest);
  return to === undefined || to < from ? question('IMPORT.TERM') : { value: { from, to } };
};
