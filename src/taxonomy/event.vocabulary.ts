import type { z } from 'zod';
import { vocabulary } from './vocabulary';

/** On which side of the tables somebody sits: hosts stay, visitors go round; others only attend. */
export const guestSides = vocabulary('guest-sides', [
  { code: 'host', zh: '需求方', en: 'Host' },
  { code: 'visitor', zh: '供给方', en: 'Visitor' },
  { code: 'attending', zh: '参会', en: 'Attending' },
]);
export type GuestSide = z.infer<typeof guestSides.schema>;

/** 回执 */
export const replies = vocabulary('replies', [
  { code: 'invited', zh: '待回执', en: 'No reply yet' },
  { code: 'accepted', zh: '参加', en: 'Coming' },
  { code: 'declined', zh: '不参加', en: 'Not coming' },
]);
export type Reply = z.infer<typeof replies.schema>;

export const presences = vocabulary('presences', [
  { code: 'expected', zh: '未签到', en: 'Not signed in' },
  { code: 'arrived', zh: '已到会', en: 'Arrived' },
  { code: 'absent', zh: '未到', en: 'Did not come' },
]);
export type Presence = z.infer<typeof presences.schema>;

export const signInWays = vocabulary('sign-in-ways', [
  { code: 'qr', zh: '二维码', en: 'QR code' },
  { code: 'phone', zh: '手机尾号', en: 'End of the phone number' },
  { code: 'paper', zh: '纸质补录', en: 'From a paper list' },
  { code: 'walk-in', zh: '现场报名', en: 'Walk-in' },
]);
export type SignInWay = z.infer<typeof signInWays.schema>;

/** What guests are written. */
export const letterKinds = vocabulary('letter-kinds', [
  { code: 'invitation', zh: '邀请函', en: 'Invitation' },
  { code: 'reminder', zh: '前一天提醒', en: 'Reminder the day before' },
]);
export type LetterKind = z.infer<typeof letterKinds.schema>;

/** How far a guest's letter is. */
export const letterStates = vocabulary('letter-states', [
  { code: 'ready', zh: '可发送', en: 'Can be sent' },
  { code: 'waiting', zh: '正在发送', en: 'Being sent' },
  { code: 'sent', zh: '已发送', en: 'Sent' },
  { code: 'withheld', zh: '不发送', en: 'Not sent' },
]);
export type LetterState = z.infer<typeof letterStates.schema>;

/** Why a letter is not sent. */
export const letterReasons = vocabulary('letter-reasons', [
  { code: 'no-address', zh: '没有邮箱', en: 'No mail address' },
  { code: 'no-consent', zh: '本人未授权联系', en: 'The person has not agreed to be contacted' },
  { code: 'answered', zh: '已回执', en: 'Has replied' },
  { code: 'declined', zh: '不参加', en: 'Does not come' },
  { code: 'not-accepted', zh: '尚未回执参加', en: 'Has not said they come' },
  { code: 'too-late', zh: '活动已到期', en: 'The day has come' },
  { code: 'changed', zh: '邮箱或日期已更改', en: 'Address or day has changed' },
]);
export type LetterReason = z.infer<typeof letterReasons.schema>;

/** What came of a talk, `after` so many days; the last ends the watch. */
export const followUpOutcomes = vocabulary('follow-up-outcomes', [
  { code: 'confirmed', zh: '意向确认', en: 'Interest confirmed', after: [7] },
  { code: 'visited', zh: '已考察', en: 'Visited', after: [7, 30] },
  { code: 'proposal', zh: '方案论证', en: 'Proposal under discussion', after: [7, 30] },
  { code: 'quoted', zh: '已报价', en: 'Price quoted', after: [7, 30] },
  { code: 'interviewed', zh: '已面试', en: 'Interviewed', after: [7, 30] },
  { code: 'signed', zh: '已签', en: 'Signed', after: [7, 30, 90] },
  { code: 'advancing', zh: '推进中', en: 'Going on', after: [7, 30, 90] },
  { code: 'ended', zh: '终止', en: 'Ended', after: [7, 30, 90] },
]);
export type FollowUpOutcome = z.infer<typeof followUpOutcomes.schema>;
