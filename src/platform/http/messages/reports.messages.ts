import type { Messages } from './messages';

export const reportsMessages: Messages = {
  'REPORT.NOT_FOUND': { 'zh-CN': '没有这份报表。', en: 'There is no such report.' },
  'REPORT.NOT_YOURS': { 'zh-CN': '您无权查看这份报表。', en: 'This report is not for you.' },
  'REPORT.CHOICE_MISSING': {
    'zh-CN': '请选择要报告的活动或批次。',
    en: 'Choose which {choice} to report on.',
  },
  'REPORT.SAMPLE_MIX': {
    'zh-CN': '样例数据与真实数据不能列入同一份报表，请先移除样例。',
    en: 'Sample and real rows never stand in one report; remove the sample first.',
  },
};
