/** The end of a day in the plan's time zone, as an instant; nothing for no day. */
export const endOfDay = (day: string): string | undefined =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) ? `${day}T23:59:59+08:00` : undefined;

/** The day of an instant in the plan's time zone, for a field of days. */
export const dayOf = (instant: string | undefined): string =>
  instant === undefined
    ? ''
    : new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(
        new Date(instant),
      );
