/** The time, as an argument: tests set it, everything else uses {@link systemClock}. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

const SHANGHAI_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' });

/** The calendar day 'YYYY-MM-DD' in Asia/Shanghai, the zone of every deadline and counting date. */
export const dayOf = (instant: Date): string => SHANGHAI_DAY.format(instant);

/** `days` after `day` (both 'YYYY-MM-DD'); negative goes back. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}
