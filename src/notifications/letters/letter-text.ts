import type { Locale } from '../../common/locale';
import type { LetterKind } from '../../taxonomy/event.vocabulary';

/** What a letter says of the day. */
export interface LetterFacts {
  title: string;
  activity: string;
  heldOn: string;
  venue: string | null;
  slots: readonly { from: string; to: string }[];
  /** What stands on the guest's sign. */
  label: string;
  /** Where the guest replies, and finds the code to sign in with. */
  link: string;
}

export interface LetterText {
  subject: string;
  text: string;
}

/** The words of a letter. Nothing is done by following a link in it: mail servers follow links too. */
export function letterText(kind: LetterKind, locale: Locale, facts: LetterFacts): LetterText {
  const { subject, lines } = WORDS[locale][kind](facts, placeAndTime(locale, facts));
  return { subject, text: lines.join('\n') };
}

type Words = (facts: LetterFacts, when: readonly string[]) => { subject: string; lines: readonly string[] };

function placeAndTime(locale: Locale, { heldOn, venue, slots }: LetterFacts): string[] {
  const hours = slots.length > 0 ? ` ${slots[0]?.from}–${slots.at(-1)?.to}` : '';
  return locale === 'zh-CN'
    ? [`时间：${heldOn}${hours}`, ...(venue ? [`地点：${venue}`] : [])]
    : [`When: ${heldOn}${hours}`, ...(venue ? [`Where: ${venue}`] : [])];
}

const WORDS: Record<Locale, Record<LetterKind, Words>> = {
  'zh-CN': {
    invitation: ({ title, activity, label, link }, when) => ({
      subject: `邀请函：${title}`,
      lines: [
        `${label}：`,
        '',
        `诚邀贵单位参加“${title}”（${activity}）。`,
        ...when,
        '',
        `参加，请打开：${link}?reply=accepted`,
        `不便参加，请打开：${link}?reply=declined`,
        '',
        '打开后确认即可，无需登录；活动当天之前可随时更改。页面上的二维码用于当天签到。',
        '回复“不参加”后，本活动不再来信。',
      ],
    }),
    reminder: ({ title, label, link }, when) => ({
      subject: `活动提醒：${title}`,
      lines: [
        `${label}：`,
        '',
        `您已确认参加“${title}”，期待您的到来。`,
        ...when,
        '',
        `签到二维码：${link}`,
        '签到时请出示二维码，或报手机尾号。如不能到会，请与邀请单位联系。',
      ],
    }),
  },
  en: {
    invitation: ({ title, activity, label, link }, when) => ({
      subject: `Invitation: ${title}`,
      lines: [
        `To ${label}`,
        '',
        `You are invited to “${title}” (${activity}).`,
        ...when,
        '',
        `If you come, open ${link}?reply=accepted`,
        `If you cannot come, open ${link}?reply=declined`,
        '',
        'Confirm there; no account is needed, and you can change your reply until the day. The QR code on that page signs you in.',
        'Once you have replied that you cannot come, we do not write again about this event.',
      ],
    }),
    reminder: ({ title, label, link }, when) => ({
      subject: `Reminder: ${title}`,
      lines: [
        `To ${label}`,
        '',
        `You said that you come to “${title}”. We look forward to seeing you.`,
        ...when,
        '',
        `Your QR code: ${link}`,
        'Show it at the door, or say the last four digits of your phone. If you cannot come, please call whoever invited you.',
      ],
    }),
  },
};
