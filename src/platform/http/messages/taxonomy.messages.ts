import type { Messages } from './messages';

export const taxonomyMessages: Messages = {
  'TAXONOMY.UNKNOWN_VOCABULARY': { 'zh-CN': '没有这个词表。', en: 'There is no such vocabulary.' },
};
