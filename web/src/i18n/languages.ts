/** The languages that something can be written in, each by its own name. */
export const LANGUAGES = [
  { value: 'zh-CN' as const, label: '中文' },
  { value: 'en' as const, label: 'English' },
];
