import type { Messages } from './messages';

/** Refusals of calls to other systems. */
export const outboundMessages: Messages = {
  'OUTBOUND.OFF': {
    'zh-CN': '未开放对外调用；请运维人员设置 OUTBOUND_HOSTS。',
    en: 'Calls to other systems are switched off; the operator opens them with OUTBOUND_HOSTS.',
  },
  'OUTBOUND.ADDRESS': {
    'zh-CN': '不能调用这个地址：须为已许可的公网 https 地址。',
    en: 'This address may not be called: it must be a permitted https address of the public network.',
  },
  'OUTBOUND.FAILED': {
    'zh-CN': '对方系统没有应答。',
    en: 'The other system did not answer.',
  },
};
