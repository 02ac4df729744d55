import type { Locale } from '../../common/locale';

/** A text in the language of the report: both stand side by side where it is made. */
export type Say = (zh: string, en: string) => string;

export const sayIn =
  (locale: Locale): Say =>
  (zh, en) =>
    locale === 'en' ? en : zh;
