import { useMemo } from 'react';
import { useMessages } from '../i18n/use-messages';

const ZONE = 'Asia/Shanghai';

const CODED_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: ZONE });

/** 'YYYY-MM-DD' of an instant, as the API names days. */
export const dayOf = (instant: Date): string => CODED_DAY.format(instant);

/** The day of an instant, or a day as it is, in the reader's way of writing. */
export function useDay(): (instant: string | null) => string {
  const { locale } = useMessages();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
      timeZone: ZONE,
      year: 'numeric',
      month: locale === 'en' ? 'short' : '2-digit',
      day: '2-digit',
    });
    return (instant) => (instant ? format.format(new Date(instant)) : '');
  }, [locale]);
}

/** Day and time of an instant. */
export function useMoment(): (instant: string | null) => string {
  const { locale } = useMessages();
  return useMemo(() => {
    const format = new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : 'zh-CN', {
      timeZone: ZONE,
      dateStyle: 'medium',
      timeStyle: 'short',
    });
    return (instant) => (instant ? format.format(new Date(instant)) : '');
  }, [locale]);
}
