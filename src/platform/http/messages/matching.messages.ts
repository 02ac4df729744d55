import type { Messages } from './messages';

export const matchingMessages: Messages = {
  'MATCH.NOT_FOUND': { 'zh-CN': '没有这条对接。', en: 'There is no such match.' },
  'MATCH.NOT_YOURS': {
    'zh-CN': '对接由需求所在园区推进。',
    en: 'The park of the demand moves the match.',
  },
  'MATCH.STALE': {
    'zh-CN': '对接已被他人推进，请刷新后再试。',
    en: 'Somebody moved this match since you read it; reload and try again.',
  },
  'MATCH.ILLEGAL_MOVE': {
    'zh-CN': '对接不能从当前阶段走到这一步。',
    en: 'The match cannot go there from its stage.',
  },
  'MATCH.REASON_MISSING': { 'zh-CN': '请选择原因。', en: 'Give a reason.' },
  'MATCH.CANNOT_UNDO': {
    'zh-CN': '只能由本人在 30 分钟内撤销最近一步，推荐与签约不可撤销。',
    en: 'A move is taken back by whoever made it, within 30 minutes, while it is the last, and never across shared or signed.',
  },
  'MATCH.NO_SHORTLIST': {
    'zh-CN': '还没有匹配结果，请稍候。',
    en: 'There is no shortlist for this demand yet.',
  },
  'MATCH.NO_MODEL': { 'zh-CN': '还没有匹配模型。', en: 'There is no model yet.' },
  'MATCH.MODEL_UNKNOWN': { 'zh-CN': '没有这个匹配模型。', en: 'There is no such model.' },
  'MATCH.RUN_UNKNOWN': { 'zh-CN': '没有这次匹配任务。', en: 'There is no such run.' },
  'MATCH.RUN_OVER': {
    'zh-CN': '匹配任务已结束，无法取消。',
    en: 'The run is over; there is nothing to cancel.',
  },
};
