import type { Messages } from './catalogue';

export const taxonomyMessages: Messages = {
  'TAXONOMY.UNKNOWN_VOCABULARY': { 'zh-CN': '没有这个词表。', en: 'There is no such vocabulary.' },
};
