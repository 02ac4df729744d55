import { normaliseText } from '../engine/text/normalise-text';
import { spellingsOf } from './spellings';

const DIGIT = String.raw`[\d〇○零一二三四五六七八九幺]`;
/**
 * Telephone numbers, e-mail addresses, ID numbers and chat accounts as people write them into texts, which are read here in half
 * width, simplified characters and small letters.
 */
const CONTACTS: readonly RegExp[] = [
  /[\w.+-]+\s?(?:@|\(at\)|\[at\])\s?[\w-]+(?:\.[\w-]+)+/gu,
  /\d{17}[\dx]/gu,
  new RegExp(String.raw`(?:\+?86[\s-]?)?[1一幺][3-9三四五六七八九]${DIGIT}(?:[\s.·-]?${DIGIT}){8}`, 'gu'),
  /\+?\d{2,4}[\s-]\d{3,4}[\s-]?\d{4}/gu,
  /\(?0\d{2,3}\)?[\s-]?\d{7,8}/gu,
  /(?:微信|wechat|weixin|qq|vx)(?:号|id)?\s{0,3}:?\s{0,3}[\w-]{5,30}/gu,
];
/** What may stand between the characters of a name without making it another. */
const GAP = /[\s·.*_\-\p{Cf}]/u;
const BLANK = '○○';

type Range = readonly [from: number, to: number];

/** A text as it is read; the unit at i begins at starts[i] of the original and ends at ends[i]. */
interface Reading {
  words: string;
  starts: readonly number[];
  ends: readonly number[];
}

function readingOf(text: string): Reading {
  const { units, offsets } = normaliseText(text);
  const words = Array.from(units, (unit) => String.fromCharCode(unit)).join('');
  return { words, starts: [...offsets.slice(0, -1)], ends: [...offsets.slice(1)] };
}

function withoutGaps({ words, starts, ends }: Reading): Reading {
  const kept = [...starts.keys()].filter((at) => !GAP.test(words[at] ?? ''));
  return {
    words: kept.map((at) => words[at]).join(''),
    starts: kept.map((at) => starts[at] ?? 0),
    ends: kept.map((at) => ends[at] ?? 0),
  };
}

const rangeIn = ({ starts, ends }: Reading, from: number, length: number): Range => [
  starts[from] ?? 0,
  ends[from + length - 1] ?? 0,
];

function blanked(text: string, ranges: readonly Range[]): string {
  let [kept, at] = ['', 0];
  for (const [from, to] of [...ranges].sort(([a], [b]) => a - b)) {
    if (from >= at) kept += text.slice(at, from) + BLANK;
    at = Math.max(at, to);
  }
  return kept + text.slice(at);
}

/** The text without any way to reach somebody. */
export function withoutContact(text: string): string {
  const reading = readingOf(text);
  const ranges = CONTACTS.flatMap((pattern) =>
    [...reading.words.matchAll(pattern)].map(({ index, 0: { length } }) => rangeIn(reading, index, length)),
  );
  return blanked(text, ranges);
}

/** The text without the names given, in whatever width, script or spacing, and without their usual short forms. */
export function withoutNames(text: string, names: readonly string[]): string {
  const reading = withoutGaps(readingOf(text));
  const ranges = names.flatMap(spellingsOf).flatMap((name) => {
    const { words } = withoutGaps(readingOf(name));
    return words.length > 1 ? placesOf(words, reading) : [];
  });
  return blanked(text, ranges);
}

function placesOf(word: string, reading: Reading): Range[] {
  const places: Range[] = [];
  for (let at = reading.words.indexOf(word); at >= 0; at = reading.words.indexOf(word, at + word.length))
    places.push(rangeIn(reading, at, word.length));
  return places;
}

/** Whether the text names one of `secrets`, or a way to reach somebody. */
export const tellsOf = (text: string, secrets: readonly string[]): boolean =>
  withoutContact(withoutNames(text, secrets)) !== text;
