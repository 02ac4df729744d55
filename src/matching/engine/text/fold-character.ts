import { Converter } from 'opencc-js/t2cn';

/** Radicals that PDF files carry in place of the characters they draw; NFKC knows only U+2F00–2FDF. */
const RADICAL_FORMS = new Map([
  ['⺠', '民'],
  ['⻄', '西'],
  ['⻅', '见'],
  ['⻆', '角'],
  ['⻉', '贝'],
  ['⻋', '车'],
  ['⻓', '长'],
  ['⻔', '门'],
  ['⻘', '青'],
  ['⻙', '韦'],
  ['⻚', '页'],
  ['⻛', '风'],
  ['⻜', '飞'],
  ['⻝', '食'],
  ['⻢', '马'],
  ['⻣', '骨'],
  ['⻤', '鬼'],
  ['⻥', '鱼'],
  ['⻦', '鸟'],
  ['⻧', '卤'],
  ['⻨', '麦'],
  ['⻩', '黄'],
  ['⻬', '齐'],
  ['⻮', '齿'],
  ['⻰', '龙'],
  ['⻳', '龟'],
]);

/** Signs that are written in several ways inside units and names. */
const SIGN_FORMS = new Map([
  ['⋅', '·'],
  ['•', '·'],
  ['・', '·'],
  ['‧', '·'],
  ['–', '-'],
  ['—', '-'],
  ['−', '-'],
  ['‐', '-'],
  ['’', "'"],
]);

/** Traditional characters with another simplified character in the words of a trade: 矽 is silicon. */
const TRADE_FORMS = new Map([['矽', '硅']]);

const toSimplified = Converter({ from: 't', to: 'cn' });
const HAN = /\p{Script=Han}/u;
const LONE_SURROGATE = /\p{Cs}/u;

/**
 * The form of one character (with the marks that combine with it) under which it is matched: NFKC width, radicals
 * as characters, simplified, lower case. May be longer than the input; a space for a lone surrogate.
 */
export function foldCharacter(character: string): string {
  if (LONE_SURROGATE.test(character)) return ' ';
  const composed = character.normalize('NFKC');
  const plain = RADICAL_FORMS.get(composed) ?? SIGN_FORMS.get(composed) ?? composed;
  return HAN.test(plain) ? (TRADE_FORMS.get(plain) ?? toSimplified(plain)) : plain.toLowerCase();
}
