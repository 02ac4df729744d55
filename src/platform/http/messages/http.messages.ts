import type { Messages } from './messages';

/** Refusals of the web layer itself. */
export const httpMessages: Messages = {
  'INPUT.INVALID': {
    'zh-CN': '提交的内容有误，请按提示修改后重试。',
    en: 'Some of the input is not valid; see the list of errors.',
  },
  'INPUT.MALFORMED': { 'zh-CN': '请求无法读取，请检查格式。', en: 'The request cannot be read.' },
  'INPUT.UNKNOWN_FIELD': { 'zh-CN': '没有这个字段，请删除。', en: 'There is no such field; leave it out.' },
  'INPUT.FORBIDDEN_TEXT': {
    'zh-CN': '文本含有不允许的字符（空字符或不完整的字符）。',
    en: 'The text contains a NUL or half of a character pair.',
  },
  'INPUT.TOO_DEEP': { 'zh-CN': '内容嵌套超过 32 层。', en: 'The body is nested more than 32 levels deep.' },
  'INPUT.DUPLICATE_PARAMETER': {
    'zh-CN': '同一个参数只能出现一次；多个值请用逗号分隔。',
    en: 'A parameter may appear once; separate several values by commas.',
  },
  'INPUT.DUPLICATE': { 'zh-CN': '有重复的项。', en: 'The same item appears twice.' },
  'INPUT.CURSOR': {
    'zh-CN': '翻页位置无效，请从第一页重新开始。',
    en: 'This cursor does not belong to this list; start from the first page.',
  },
  'HTTP.NOT_FOUND': { 'zh-CN': '没有这个地址。', en: 'There is nothing at this address.' },
  'HTTP.TOO_LARGE': { 'zh-CN': '提交的内容太大。', en: 'The body is too large.' },
  'HTTP.TOO_MANY': {
    'zh-CN': '请求过于频繁，请在 {seconds} 秒后重试。',
    en: 'Too many requests; try again in {seconds} seconds.',
  },
  'HTTP.UNSUPPORTED_TYPE': {
    'zh-CN': '不支持这种内容类型或编码。',
    en: 'This content type or encoding is not supported.',
  },
  'HTTP.REFUSED': { 'zh-CN': '请求被拒绝。', en: 'The request was refused.' },
  'HTTP.IF_MATCH_MISSING': {
    'zh-CN': '请在 If-Match 中带上您看到的版本（ETag）。',
    en: 'Send the version you have seen (its ETag) as If-Match.',
  },
  'HTTP.IF_MATCH_INVALID': {
    'zh-CN': 'If-Match 必须是一个版本，例如 "3"。',
    en: 'If-Match must be one version, such as "3".',
  },
  'HTTP.STALE': {
    'zh-CN': '内容已被他人修改，请刷新后再试。',
    en: 'Somebody changed this since you read it; reload and try again.',
  },
  'HTTP.IDEMPOTENCY_KEY_INVALID': {
    'zh-CN': 'Idempotency-Key 须为 8 至 100 个可见字符。',
    en: 'Idempotency-Key must be 8 to 100 visible ASCII characters.',
  },
  'HTTP.IDEMPOTENCY_KEY_REUSED': {
    'zh-CN': '这个 Idempotency-Key 已用于另一个请求。',
    en: 'This Idempotency-Key was used for a different request.',
  },
  'DATA.DUPLICATE': { 'zh-CN': '同样的记录已经存在。', en: 'The same record already exists.' },
  'DATA.REFERENCE': {
    'zh-CN': '所引用的记录不存在，或仍被其他记录引用。',
    en: 'A record it refers to does not exist, or others still refer to it.',
  },
  'DATA.RULE': { 'zh-CN': '内容不符合数据规则。', en: 'This breaks a rule of the data.' },
  'DATA.CONCURRENT': {
    'zh-CN': '与他人的操作冲突，请重试。',
    en: 'This collided with somebody else; try again.',
  },
  'SERVICE.BUSY': { 'zh-CN': '系统繁忙，请稍后重试。', en: 'The system is busy; try again shortly.' },
  'SERVICE.FAILED': {
    'zh-CN': '系统出错，已记录。请凭请求编号联系管理员。',
    en: 'Something went wrong and was recorded; quote the request id to the operator.',
  },
};
