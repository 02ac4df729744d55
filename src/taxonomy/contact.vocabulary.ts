import type { z } from 'zod';
import { vocabulary } from './vocabulary';

export const contactMethods = vocabulary('contact-methods', [
  { code: 'phone', zh: '电话', en: 'Phone' },
  { code: 'wechat', zh: '微信', en: 'WeChat' },
  { code: 'visit', zh: '走访', en: 'Visit' },
  { code: 'meeting', zh: '会议', en: 'Meeting' },
]);
export type ContactMethod = z.infer<typeof contactMethods.schema>;

/** How a contact ended; after three that `failed` the match goes on hold, it is not declined. */
export const contactResults = vocabulary('contact-results', [
  { code: 'interested', zh: '有意向', en: 'Interested', failed: false },
  { code: 'considering', zh: '考虑中', en: 'Considering', failed: false },
  { code: 'material-wanted', zh: '需补充材料', en: 'Wants more material', failed: false },
  { code: 'appointment', zh: '已约见', en: 'Appointment made', failed: false },
  { code: 'not-interested', zh: '无意向', en: 'Not interested', failed: false },
  { code: 'no-answer', zh: '未接通', en: 'No answer', failed: true },
  { code: 'wrong-contact', zh: '联系方式有误', en: 'Wrong contact details', failed: true },
]);
export type ContactResult = z.infer<typeof contactResults.schema>;

/** How a talk at an event went. */
export const talkStrengths = vocabulary('talk-strengths', [
  { code: 'strong', zh: '强', en: 'Strong' },
  { code: 'medium', zh: '中', en: 'Medium' },
  { code: 'weak', zh: '弱', en: 'Weak' },
  { code: 'none', zh: '无', en: 'None' },
]);
export type TalkStrength = z.infer<typeof talkStrengths.schema>;
