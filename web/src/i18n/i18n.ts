import i18next, { type i18n } from 'i18next';
import ICU from 'i18next-icu';
import { initReactI18next } from 'react-i18next';
import { surroundings } from '../api/http';
import zh from './zh-CN';

export type Locale = 'zh-CN' | 'en';
export type MessageKey = keyof typeof zh;
const KEPT_AS = 'locale';

/** As the reader chose, else Chinese unless their browser asks for another language first. */
export function preferredLocale(): Locale {
  const kept = localStorage.getItem(KEPT_AS);
  if (kept === 'zh-CN' || kept === 'en') return kept;
  return navigator.language.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en';
}

async function load(locale: Locale): Promise<void> {
  if (locale === 'en' && !i18next.hasResourceBundle('en', 'translation')) {
    i18next.addResourceBundle('en', 'translation', (await import('./en')).default);
  }
  surroundings.locale = locale;
  document.documentElement.lang = locale;
}

export async function startI18n(): Promise<i18n> {
  const locale = preferredLocale();
  await i18next
    .use(ICU)
    .use(initReactI18next)
    .init({
      lng: locale,
      fallbackLng: false,
      resources: { 'zh-CN': { translation: zh } },
      keySeparator: false,
      nsSeparator: false,
      interpolation: { escapeValue: false },
      react: { useSuspense: false },
    });
  await load(locale);
  return i18next;
}

export async function changeLocale(locale: Locale): Promise<void> {
  localStorage.setItem(KEPT_AS, locale);
  await load(locale);
  await i18next.changeLanguage(locale);
}
