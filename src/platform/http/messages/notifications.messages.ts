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
  'LETTER.MAIL_OFF': {
    'zh-CN': '尚未设置发信服务器（SMTP_URL）或公开地址（PUBLIC_URL），不能发送邀请函。请改为复制回执链接。',
    en: 'No mail server (SMTP_URL) or public address (PUBLIC_URL) has been set, so letters cannot be sent. Copy the links instead.',
  },
  'LETTER.NOBODY': {
    'zh-CN': '所选来宾都不能或不必发送：已发送过、没有邮箱、未授权或已回执。',
    en: 'None of these guests can be written to, or need be: written to before, without an address or consent, or answered already.',
  },
  'WEBHOOK.NOT_FOUND': { 'zh-CN': '没有这个回调地址或消息。', en: 'There is no such webhook or message.' },
  'WEBHOOK.NOT_TAKEN': { 'zh-CN': '对方系统没有接收。', en: 'The other system did not take it.' },
  'ALERT.NOT_FOUND': { 'zh-CN': '没有这条提醒。', en: 'There is no such alert.' },
};
