import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Locale, MessageKey } from './i18n';

export type Say = (key: MessageKey, values?: Record<string, unknown>) => string;

/** Sentences in the reader's language; only keys of the catalogue are accepted. */
export function useMessages(): { say: Say; locale: Locale } {
  const { t, i18n } = useTranslation();
  const say = useCallback<Say>((key, values) => t(key, values ?? {}), [t]);
  return { say, locale: i18n.language as Locale };
}
