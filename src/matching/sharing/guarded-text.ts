/** Telephone numbers, e-mail addresses, ID numbers and chat accounts as people write them into texts. */
const CONTACTS: readonly RegExp[] = [
  /[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)+/gu,
  /\d{17}[\dXx]/gu,
  /(?:\+?86[\s-]?)?1[3-9]\d(?:[\s-]?\d){8}/gu,
  /\+?\d{2,4}[\s-]\d{3,4}[\s-]?\d{4}/gu,
  /\(?0\d{2,3}\)?[\s-]?\d{7,8}/gu,
  /(?:微信|wechat|weixin|QQ|VX)(?:号|ID)?\s{0,3}[:：]?\s{0,3}[\w-]{5,30}/giu,
];

const BLANK = '○○';

/** The text without any way to reach somebody. */
export const withoutContact = (text: string): string =>
  CONTACTS.reduce((kept, pattern) => kept.replace(pattern, BLANK), text);

/** The text without the names given. */
export const withoutNames = (text: string, names: readonly string[]): string =>
  names.filter((name) => name.trim().length > 1).reduce((kept, name) => kept.replaceAll(name, BLANK), text);

/** Whether the text names one of `secrets`, or a way to reach somebody. */
export const tellsOf = (text: string, secrets: readonly string[]): boolean =>
  withoutContact(withoutNames(text, secrets)) !== text;
