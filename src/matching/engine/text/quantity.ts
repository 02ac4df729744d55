import { classOf, DIGIT, IDEOGRAPH, LETTER } from './character-class';
import { ideographUnitLength, isLatinUnit } from './units-of-measure';

/** A number and its unit; `unit` is empty for a bare number. Positions are in units of the normalised text. */
export interface Quantity {
  readonly number: string;
  readonly unit: string;
  readonly end: number;
}

const LONGEST_UNIT = 12;
const UNIT_SIGNS = new Set(['%', '‰', '°', '/', '·']);

function codes(units: Uint16Array, from: number, to: number): string {
  return String.fromCharCode(...units.subarray(from, to));
}

function isDigitAt(units: Uint16Array, at: number): boolean {
  return classOf(units[at]) === DIGIT;
}

function numberEnd(units: Uint16Array, start: number): number {
  let end = start;
  while (isDigitAt(units, end)) {
    end++;
    const sign = units[end];
    if ((sign === 0x2e || sign === 0x2c) && isDigitAt(units, end + 1)) end++;
  }
  return end;
}

function latinUnitEnd(units: Uint16Array, start: number): number {
  let end = start;
  while (end < units.length && end - start < LONGEST_UNIT) {
    const unit = units[end] ?? 0;
    const kind = classOf(unit);
    const isPower = kind === DIGIT && end > start && classOf(units[end - 1]) === LETTER;
    if (kind !== LETTER && !isPower && !UNIT_SIGNS.has(String.fromCharCode(unit))) break;
    end++;
  }
  return end;
}

/** Reads the quantity that starts with the digit at `start`, such as `10kw·h`, `99.9%`, `500万元`. */
export function readQuantity(units: Uint16Array, start: number): Quantity {
  const afterNumber = numberEnd(units, start);
  const number = codes(units, start, afterNumber).replaceAll(',', '');
  const unitStart = units[afterNumber] === 0x20 ? afterNumber + 1 : afterNumber;

  const latinEnd = latinUnitEnd(units, unitStart);
  const latin = codes(units, unitStart, latinEnd).replaceAll('·', '').replace(/\/$/, '');
  if (latin && isLatinUnit(latin)) return { number, unit: latin, end: latinEnd };

  if (classOf(units[unitStart]) === IDEOGRAPH) {
    const length = ideographUnitLength(codes(units, unitStart, unitStart + 3));
    if (length > 0) {
      return { number, unit: codes(units, unitStart, unitStart + length), end: unitStart + length };
    }
  }
  return { number, unit: '', end: afterNumber };
}
