import { foldCharacter } from './fold-character';

/**
 * A text as it is matched. `units` are UTF-16 code units; unit `i` comes from the original text at `offsets[i]`, and
 * `offsets[units.length]` is the original length, so that every range of units is a passage of the original.
 */
export interface NormalisedText {
  readonly units: Uint16Array;
  readonly offsets: Uint32Array;
}

/** 0: not asked yet; 1: needs the slow way; otherwise the single unit that the unit becomes. */
const foldedUnits = new Uint16Array(0x10000);
const SLOW = 1;

const COMBINING = /\p{M}/u;
const combiningUnits = Uint8Array.from({ length: 0x10000 }, (_, unit) =>
  COMBINING.test(String.fromCharCode(unit)) ? 1 : 0,
);

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}

function combines(unit: number): boolean {
  return combiningUnits[unit] === 1;
}

function foldUnit(unit: number): number {
  const known = foldedUnits[unit];
  if (known) return known;
  const folded = isSurrogate(unit) || combines(unit) ? '' : foldCharacter(String.fromCharCode(unit));
  const answer = folded.length === 1 ? folded.charCodeAt(0) : SLOW;
  foldedUnits[unit] = answer;
  return answer;
}

/** The end of the character that starts at `start`, the marks that combine with it included. */
function characterEnd(text: string, start: number): number {
  let end = start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1);
  while (end < text.length && combines(text.charCodeAt(end))) end++;
  return end;
}

/** Normalises width, radicals, script variant and case, keeping where each unit came from. Linear in the length. */
export function normaliseText(text: string): NormalisedText {
  let units = new Uint16Array(text.length + 16);
  let offsets = new Uint32Array(text.length + 17);
  let length = 0;
  const append = (unit: number, offset: number): void => {
    if (length === units.length) {
      const grownUnits = new Uint16Array(length * 2);
      const grownOffsets = new Uint32Array(length * 2 + 1);
      grownUnits.set(units);
      grownOffsets.set(offsets);
      units = grownUnits;
      offsets = grownOffsets;
    }
    units[length] = unit;
    offsets[length] = offset;
    length++;
  };

  let at = 0;
  while (at < text.length) {
    const folded = foldUnit(text.charCodeAt(at));
    if (folded !== SLOW && !(at + 1 < text.length && combines(text.charCodeAt(at + 1)))) {
      append(folded, at);
      at++;
      continue;
    }
    const end = characterEnd(text, at);
    const form = foldCharacter(text.slice(at, end));
    for (let i = 0; i < form.length; i++) append(form.charCodeAt(i), at);
    at = end;
  }
  offsets[length] = text.length;
  return { units: units.subarray(0, length), offsets: offsets.subarray(0, length + 1) };
}
