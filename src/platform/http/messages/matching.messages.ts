import type { Messages } from './messages';

/** Refusals about runs, shortlists, matches and shares, and the notes that the product itself writes on a match. */
export const matchingMessages: Messages = {
  'MATCH.NO_WEIGHT': {
    'zh-CN': '至少一项权重须大于 0。',
    en: 'At least one weight must be above 0.',
  },
  'MATCH.NO_MODEL': {
    'zh-CN': '尚未建立匹配模型，请稍后再试。',
    en: 'There is no model yet; try again shortly.',
  },
  'MATCH.MODEL_FOR_MANAGERS': { 'zh-CN': '只有管理员可以更换模型。', en: 'Only managers choose the model.' },
  'MATCH.MODEL_OLDER': {
    'zh-CN': '第 {version} 版不比当前的第 {current} 版新；要恢复以前的模型，请用“退回”，内容会成为新的一版。',
    en: 'Model {version} is not newer than model {current}, which scores now. To bring an earlier one back, revert: its content becomes a new version.',
  },
  'MATCH.MODEL_OUTDATED': {
    'zh-CN': '第 {version} 版模型对应的是另一种文本处理方式，不能再用。',
    en: 'Model {version} was made for another reading of texts and can no longer be used.',
  },
  'MATCH.MODEL_UNKNOWN': { 'zh-CN': '没有第 {version} 版模型。', en: 'There is no model {version}.' },
  'MATCH.JUDGED_SET': {
    'zh-CN': '判定集有误：{path}：{what}。',
    en: 'The judged set is broken: {path}: {what}.',
  },
  'MATCH.LABELS_OF_WHAT': {
    'zh-CN': '--data 与 --pair-kind 须同时给出。',
    en: '--data and --pair-kind belong together.',
  },
  'MATCH.NO_EARLIER_MODEL': {
    'zh-CN': '没有可以退回的模型。',
    en: 'There is no earlier model to go back to.',
  },
  'MATCH.RUN_UNKNOWN': { 'zh-CN': '没有这次匹配任务。', en: 'There is no such run.' },
  'MATCH.RUN_OVER': {
    'zh-CN': '匹配任务已结束，无法取消。',
    en: 'The run is over; there is nothing to cancel.',
  },
  'MATCH.NO_SHORTLIST': {
    'zh-CN': '该需求还没有匹配结果，或您无权查看。',
    en: 'There is no shortlist of this demand for you to see yet.',
  },
  'MATCH.NOT_FOUND': {
    'zh-CN': '没有这条匹配，或您无权查看。',
    en: 'There is no such match for you to see.',
  },
  'MATCH.NO_SUCH_PAIR': {
    'zh-CN': '没有这一对记录，或您无权查看。',
    en: 'There is no such pair of records for you to see.',
  },
  'MATCH.NOT_YOURS': {
    'zh-CN': '匹配由需求所在园区推进，您可以查看但不能操作。',
    en: 'The park of the demand moves this match; you can look on.',
  },
  'MATCH.STALE': {
    'zh-CN': '这条匹配已被他人更新，请刷新后再试。',
    en: 'Somebody changed this match since you read it; reload and try again.',
  },
  'MATCH.ILLEGAL_MOVE': {
    'zh-CN': '当前阶段不能这样操作，请刷新后查看可用的操作。',
    en: 'From {from} a match does not go to {to} this way; possible: {possible}.',
  },
  'MATCH.REASON_MISSING': { 'zh-CN': '请选择原因。', en: 'Choose a reason.' },
  'MATCH.REASON_UNFIT': {
    'zh-CN': '该原因不适用于这类匹配。',
    en: 'This reason is not for this kind of pair.',
  },
  'MATCH.REASON_SIDE': {
    'zh-CN': '该原因属于另一方，请核对由谁提出。',
    en: 'This reason is the other side’s; check who decided.',
  },
  'MATCH.RECORD_GONE': {
    'zh-CN': '其中一方已关闭、撤回或过期，不能继续。',
    en: 'One of the two records was closed, withdrawn or has expired.',
  },
  'MATCH.CANNOT_UNDO': {
    'zh-CN': '不能撤销：只能由本人在 30 分钟内撤销最近一步，且不能跨越推荐或签约。',
    en: 'This cannot be undone ({why}): only one’s own last move, within 30 minutes, never across sharing or signing.',
  },
  'SHARE.REASON_UNWANTED': {
    'zh-CN': '只有答复“无意向”时才填写原因。',
    en: 'A reason goes with the answer that there is no interest.',
  },
  'SHARE.NOT_FOUND': {
    'zh-CN': '没有这条推荐，或已被撤回。',
    en: 'There is no such recommendation, or it was withdrawn.',
  },
  'SHARE.NOT_SHARED': {
    'zh-CN': '这条匹配目前没有推荐给企业。',
    en: 'The enterprise sees nothing of this match at present.',
  },
  'SHARE.NO_ORGANISATION': {
    'zh-CN': '需求没有对应的单位，无法推荐。',
    en: 'The demand belongs to no organisation; there is nobody to share with.',
  },
  'SHARE.PROTECTED': {
    'zh-CN': '{park} 已首先向该单位推荐，保护期至 {until}。',
    en: '{park} recommended this supply to the organisation first and alone may until {until}.',
  },
  'SHARE.CONSENT_WITHDRAWN': {
    'zh-CN': '本人已撤回授权，不能推荐。',
    en: 'The person took the consent back; nothing may be shared.',
  },
  'SHARE.NO_CONSENT': {
    'zh-CN': '本人尚未授权向企业展示，请先取得授权。',
    en: 'The person has not agreed to be shown to an enterprise; ask for that consent first.',
  },
  'SHARE.NO_PERSON': {
    'zh-CN': '该记录没有对应的个人或联系方式。',
    en: 'There is no person, and no contact, behind this record.',
  },
  'SHARE.NOT_YOURS_TO_RELEASE': {
    'zh-CN': '身份和联系方式由管理该记录的园区释放。',
    en: 'Identity and contact are let out by the park that keeps the record.',
  },
  'SHARE.SUMMARY_TELLS': {
    'zh-CN': '摘要中含有姓名、单位、学校或联系方式，请删除。',
    en: 'The summary holds a name, employer, school or contact; take that out.',
  },
  'SHARE.CONTACT_NOT_RELEASED': {
    'zh-CN': '联系方式尚未释放。',
    en: 'The contact has not been released.',
  },
  'SHARE.ANSWER_CLOSED': {
    'zh-CN': '对接已推进，答复不能再修改。',
    en: 'The match has moved on; the answer can no longer be changed.',
  },
  'CONTACT.UNREACHED': {
    'zh-CN': '连续三次联系不上，已自动暂缓。',
    en: 'Three calls in a row reached nobody; put on hold.',
  },
};
