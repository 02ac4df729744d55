import type { Messages } from './messages';

export const notificationsMessages: Messages = {
  'NOTICE.NEEDS_A_PERSON': {
    'zh-CN': '消息只发给个人账户。',
    en: 'Only people are told anything; an API key is not one.',
  },
  'NOTICE.NO_EMAIL': {
    'zh-CN': '请先填写邮箱地址，再打开邮件通知。',
    en: 'Enter an address before asking for mails.',
  },
  'MAIL.REFUSED': { 'zh-CN': '邮件服务器没有接收邮件。', en: 'The mail server refused a mail.' },
  'WEBHOOK.NOT_FOUND': { 'zh-CN': '没有这个回调地址或消息。', en: 'There is no such webhook or message.' },
  'WEBHOOK.NOT_TAKEN': { 'zh-CN': '对方系统没有接收。', en: 'The other system did not take it.' },
  'ALERT.NOT_FOUND': { 'zh-CN': '没有这条提醒。', en: 'There is no such alert.' },
};
