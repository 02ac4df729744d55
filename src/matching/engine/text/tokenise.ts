import porterStemmer from 'natural/lib/natural/stemmers/porter_stemmer';
import { classOf, DIGIT, HIGH_IDEOGRAPH, IDEOGRAPH, LETTER, SEPARATOR } from './character-class';
import { isFunctionWord } from './function-words';
import type { NormalisedText } from './normalise-text';
import { readQuantity } from './quantity';
import { segmentWords } from './segment-words';
import { type TermKind, textTermId, unitsTermId } from './term-id';

/**
 * Called with each term and where it stands, in units of the normalised text. `isFunctional`: a function word stands in
 * it, so that it says nothing of the subject.
 */
export type TermVisitor = (
  id: number,
  start: number,
  end: number,
  kind: TermKind,
  isFunctional: boolean,
) => void;

/** Signs that join the pieces of one name: Ti-6Al-4V, GB/T, R&D. */
const JOINERS = new Set([...`-/·'+_&`].map((sign) => sign.charCodeAt(0)));

const LONGEST_WORD = 64;
/** A longer run of ideographs without any sign between is read in pieces. */
const LONGEST_RUN = 4096;
const STEM_CACHE_SIZE = 200_000;
const stemIds = new Map<string, number>();

function stemId(word: string): number {
  const known = stemIds.get(word);
  if (known !== undefined) return known;
  if (stemIds.size >= STEM_CACHE_SIZE) stemIds.clear();
  const id = textTermId('stem', porterStemmer.stem(word));
  stemIds.set(word, id);
  return id;
}

/** Letters of a word that are read together, its ends marked: engineer and engineering share most of them. */
const FRAGMENT_LENGTH = 4;

function visitFragments(word: string, start: number, end: number, visit: TermVisitor): void {
  const marked = `_${word}_`;
  const isFunctional = isFunctionWord(word);
  for (let at = 0; at + FRAGMENT_LENGTH <= marked.length; at++) {
    const id = textTermId('fragment', marked.slice(at, at + FRAGMENT_LENGTH));
    const from = Math.max(start, start + at - 1);
    visit(id, from, Math.min(end, start + at - 1 + FRAGMENT_LENGTH), 'fragment', isFunctional);
  }
}

function isIdeograph(kind: number): boolean {
  return kind === IDEOGRAPH || kind === HIGH_IDEOGRAPH;
}

function isWordPart(kind: number): boolean {
  return kind === LETTER || kind === DIGIT;
}

/** Visits the words of two ideographs or more in the run `start … end`; answers where function words stand alone. */
function visitWords(units: Uint16Array, start: number, end: number, visit: TermVisitor): ReadonlySet<number> {
  const functional = new Set<number>();
  let at = start;
  for (const word of segmentWords(String.fromCharCode(...units.subarray(start, end)))) {
    const next = at + word.length;
    if (word.length > 1) visit(unitsTermId('word', units, at, next), at, next, 'word', false);
    else if (isFunctionWord(word)) functional.add(at);
    at = next;
  }
  return functional;
}

/** Where the ideograph at `at` ends: those outside the basic plane take two units. */
function endOfIdeograph(units: Uint16Array, at: number): number {
  return Math.min(units.length, at + (classOf(units[at]) === HIGH_IDEOGRAPH ? 2 : 1));
}

function endOfRun(units: Uint16Array, start: number): number {
  let end = start;
  while (end - start < LONGEST_RUN && isIdeograph(classOf(units[end]))) end = endOfIdeograph(units, end);
  return end;
}

/** Words, characters and bigrams of the ideographs from `start`; returns where they end. */
function readIdeographs(units: Uint16Array, start: number, visit: TermVisitor): number {
  const end = endOfRun(units, start);
  const functional = visitWords(units, start, end, visit);
  let previous = -1;
  for (let at = start; at < end;) {
    const next = endOfIdeograph(units, at);
    const isFunctional = functional.has(at);
    visit(unitsTermId('character', units, at, next), at, next, 'character', isFunctional);
    if (previous >= 0) {
      const joins = isFunctional || functional.has(previous);
      visit(unitsTermId('bigram', units, previous, next), previous, next, 'bigram', joins);
    }
    previous = at;
    at = next;
  }
  return end;
}

const LETTERS_ONLY = /^\p{L}+$/u;
const DIGITS_ONLY = /^\d+$/;

function visitName(name: string, start: number, end: number, visit: TermVisitor): void {
  if (LETTERS_ONLY.test(name)) {
    visit(stemId(name), start, end, 'stem', isFunctionWord(name));
    if (name.length === end - start) visitFragments(name, start, end, visit);
  } else {
    const kind = DIGITS_ONLY.test(name) ? 'quantity' : 'compound';
    visit(textTermId(kind, name), start, end, kind, false);
  }
}

/** One piece of a name without joiners: a word, a model name of letters and digits, or a bare number. */
function readPiece(units: Uint16Array, start: number, end: number, visit: TermVisitor): void {
  visitName(String.fromCharCode(...units.subarray(start, end)), start, end, visit);
}

/** A name: its pieces, and the whole without joiners when it has several; returns where it ends. */
function readName(units: Uint16Array, start: number, visit: TermVisitor): number {
  let at = start;
  let pieceStart = start;
  let joined = '';
  let pieces = 0;
  const closePiece = (): void => {
    readPiece(units, pieceStart, at, visit);
    joined += String.fromCharCode(...units.subarray(pieceStart, at));
    pieces++;
  };
  while (at < units.length && at - start < LONGEST_WORD) {
    const unit = units[at] ?? 0;
    if (isWordPart(classOf(unit))) {
      at++;
    } else if (JOINERS.has(unit) && at > pieceStart && isWordPart(classOf(units[at + 1]))) {
      closePiece();
      at++;
      pieceStart = at;
    } else break;
  }
  closePiece();
  if (pieces > 1) visitName(joined, start, at, visit);
  return at;
}

function readNumber(units: Uint16Array, start: number, visit: TermVisitor): number {
  const quantity = readQuantity(units, start);
  const bareEnd = quantity.unit === '' && classOf(units[quantity.end]) === LETTER;
  if (bareEnd) return readName(units, start, visit);
  visit(textTermId('quantity', quantity.number + quantity.unit), start, quantity.end, 'quantity', false);
  return quantity.end;
}

/**
 * Reads a text into terms: ideographs as characters, bigrams and words, other words as Porter stems, model names and
 * abbreviations whole and in pieces, numbers with their units. Linear in the length; a pure function of the text.
 */
export function tokenise(text: NormalisedText, visit: TermVisitor): void {
  const { units } = text;
  let at = 0;
  while (at < units.length) {
    const kind = classOf(units[at]);
    if (kind === SEPARATOR) at++;
    else if (isIdeograph(kind)) at = readIdeographs(units, at, visit);
    else if (kind === DIGIT) at = readNumber(units, at, visit);
    else at = readName(units, at, visit);
  }
}
