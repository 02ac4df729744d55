import { addDays } from './clock';

/** Monday to Friday; public holidays are announced year by year and are not known here. */
const isWorkingDay = (day: string): boolean => ![0, 6].includes(new Date(`${day}T00:00:00Z`).getUTCDay());

/** The day ('YYYY-MM-DD') that lies `count` working days after `day`. */
export function addWorkingDays(day: string, count: number): string {
  let at = day;
  for (let left = count; left > 0;) {
    at = addDays(at, 1);
    if (isWorkingDay(at)) left -= 1;
  }
  return at;
}

/** Working days after `from` up to and with `to`; negative when `to` is past. */
export function workingDaysUntil(to: string, from: string): number {
  if (to < from) return -workingDaysUntil(from, to);
  let days = 0;
  for (let at = from; at < to;) {
    at = addDays(at, 1);
    if (isWorkingDay(at)) days += 1;
  }
  return days;
}
