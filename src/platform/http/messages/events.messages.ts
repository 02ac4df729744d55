import type { Messages } from './messages';

export const eventsMessages: Messages = {
  'SESSION.NOT_FOUND': { 'zh-CN': '没有这场活动。', en: 'There is no such session.' },
  'SESSION.NOT_YOURS': {
    'zh-CN': '这场活动由其他单位承办，您不能更改。',
    en: 'Others run this session; you cannot change it.',
  },
  'SESSION.SLOTS_OVERLAP': {
    'zh-CN': '各场次的时间须依次排列，不能重叠。',
    en: 'Give the slots in order, without overlap.',
  },
  'SESSION.GUEST_NOT_FOUND': {
    'zh-CN': '名单中没有这位来宾。请核对二维码或手机尾号，或作为现场报名登记。',
    en: 'No such guest is on the list. Check the QR code or the end of the phone number, or take them in as a walk-in.',
  },
  'SESSION.GUEST_HAS_TALKED': {
    'zh-CN': '该来宾已有洽谈记录或会面安排，不能从名单中删除。',
    en: 'The guest has meetings that stay, and cannot be taken off the list.',
  },
  'SESSION.ONE_WAY_IN': {
    'zh-CN': '签到请使用二维码、手机尾号或名单之一。',
    en: 'Sign in by QR code, by the end of the phone number, or from the list.',
  },
  'SESSION.INVITATION_NOT_FOUND': {
    'zh-CN': '邀请链接无效，请向邀请您的单位索取新的链接。',
    en: 'The invitation’s link is not valid; ask whoever invited you for a new one.',
  },
  'SESSION.INVITATION_CLOSED': {
    'zh-CN': '活动已开始，回执已截止；请与承办单位联系。',
    en: 'The day has come and replies are closed; please call the organiser.',
  },
  'SESSION.NO_SLOTS': {
    'zh-CN': '请先设置对接场次的时间。',
    en: 'Set the slots of the meetings first.',
  },
  'SESSION.NOBODY_TO_MEET': {
    'zh-CN': '需求方或供给方还没有确认参加的来宾。',
    en: 'One of the sides has nobody who has said they come.',
  },
  'SESSION.PLANNING_STOPPED': {
    'zh-CN': '排期用时过长，已停止；请减少来宾、场次或每人会面数后再试。',
    en: 'The planning took too long and was stopped; try with fewer guests, slots or meetings each.',
  },
  'SESSION.MEETING_NOT_FOUND': { 'zh-CN': '没有这次会面。', en: 'There is no such meeting.' },
  'SESSION.MEETING_CONFLICT': {
    'zh-CN': '双方之一此时不在或已有安排，或没有空桌。',
    en: 'One of the two is away or busy then, or no table is free.',
  },
  'SESSION.MEETING_TALKED': {
    'zh-CN': '这次会面已有洽谈卡，不能删除。',
    en: 'The meeting has a talk card and stays.',
  },
  'SESSION.FOLLOW_UP_NOT_FOUND': { 'zh-CN': '没有这条回访。', en: 'There is no such follow-up.' },
  'SESSION.WRONG_OUTCOME': {
    'zh-CN': '此时的回访没有这个结果。',
    en: 'This is not an answer to this follow-up.',
  },
  'SESSION.END_NEEDS_REASON': {
    'zh-CN': '终止须说明原因。',
    en: 'Say why it ended.',
  },
};
