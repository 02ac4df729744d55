import { addDays } from '../../common/clock';
import type { Locale } from '../../common/locale';

/** Days of a report, both included, 'YYYY-MM-DD'. */
export interface Period {
  from: string;
  to: string;
}

/** The week of `day`, Monday to Sunday. */
export function weekOf(day: string): Period {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  const from = addDays(day, -((weekday + 6) % 7));
  return { from, to: addDays(from, 6) };
}

export function monthOf(day: string): Period {
  const from = `${day.slice(0, 8)}01`;
  const next = addDays(from, 31);
  return { from, to: addDays(`${next.slice(0, 8)}01`, -1) };
}

/** The instant at which the day begins in Asia/Shanghai. */
export const beginningOf = (day: string): Date => new Date(`${day}T00:00:00+08:00`);

/** The last instant of the period, or `now` while it is not over. */
export function endOf({ to }: Period, now: Date): Date {
  const end = new Date(beginningOf(addDays(to, 1)).getTime() - 1);
  return end < now ? end : now;
}

/** The instant before the period began. */
export const before = ({ from }: Period): Date => new Date(beginningOf(from).getTime() - 1);

const ENGLISH_DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** 2022年6月13日, 13 June 2022 */
export function longDay(day: string, locale: Locale): string {
  if (locale === 'en') return ENGLISH_DAY.format(new Date(`${day}T00:00:00Z`));
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** 2022年6月13日至6月19日, 13 June 2022 to 19 June 2022 */
export function longPeriod({ from, to }: Period, locale: Locale): string {
  const end = longDay(to, locale);
  if (locale === 'en') return `${longDay(from, locale)} to ${end}`;
  return `${longDay(from, locale)}至${from.slice(0, 4) === to.slice(0, 4) ? end.slice(end.indexOf('年') + 1) : end}`;
}
