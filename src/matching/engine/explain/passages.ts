import { fieldsOf } from '../features';
import type { MatchRecord } from '../record';
import { normaliseText } from '../text/normalise-text';
import type { TermKind } from '../text/term-id';
import { tokenise } from '../text/tokenise';

/** A range of one field of the original record: `field.slice(start, end)` is `text`. */
export interface Passage {
  readonly field: 'title' | 'text' | 'keywords';
  /** Which keyword; 0 for the other fields. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** One place where a term stands. */
export interface Occurrence extends Passage {
  readonly term: number;
  readonly kind: TermKind;
}

export interface WorthyPassage extends Passage {
  /** What the terms in it add to the score, each term's points spread over its occurrences. */
  readonly points: number;
}

/** A passage this short says too little to be shown by itself. */
const SHORTEST_PASSAGE = 2;

function original(record: MatchRecord, field: Passage['field'], index: number): string {
  return field === 'keywords' ? (record.keywords?.[index] ?? '') : record[field];
}

/** Where the given terms stand in the record. Fragments of words and function words are never shown. */
export function findOccurrences(record: MatchRecord, isWanted: (term: number) => boolean): Occurrence[] {
  const found: Occurrence[] = [];
  let keyword = 0;
  for (const { name, text } of fieldsOf(record)) {
    const index = name === 'keywords' ? keyword++ : 0;
    const source = original(record, name, index);
    const normalised = normaliseText(text);
    const { offsets } = normalised;
    tokenise(normalised, (term, from, to, kind, isFunctional) => {
      if (kind === 'fragment' || isFunctional || !isWanted(term)) return;
      const start = offsets[from] ?? 0;
      const end = Math.max(offsets[to] ?? source.length, start + 1);
      found.push({ field: name, index, start, end, text: source.slice(start, end), term, kind });
    });
  }
  return found;
}

const FIELD_ORDER = { title: 0, text: 1, keywords: 2 } as const;

function inReadingOrder(a: Occurrence, b: Occurrence): number {
  return (
    FIELD_ORDER[a.field] - FIELD_ORDER[b.field] || a.index - b.index || a.start - b.start || b.end - a.end
  );
}

function joins(last: WorthyPassage, next: Occurrence): boolean {
  return last.field === next.field && last.index === next.index && next.start < last.end;
}

/** Merges overlapping occurrences into passages, worth most first; `pointsOf` gives a term's points in the pair. */
export function mergePassages(
  record: MatchRecord,
  occurrences: readonly Occurrence[],
  pointsOf: (term: number) => number,
  limit: number,
): WorthyPassage[] {
  const counts = new Map<number, number>();
  for (const { term } of occurrences) counts.set(term, (counts.get(term) ?? 0) + 1);
  const passages: WorthyPassage[] = [];
  for (const occurrence of [...occurrences].sort(inReadingOrder)) {
    const points = pointsOf(occurrence.term) / (counts.get(occurrence.term) ?? 1);
    const last = passages.at(-1);
    if (last !== undefined && joins(last, occurrence)) {
      const end = Math.max(last.end, occurrence.end);
      const text = original(record, last.field, last.index).slice(last.start, end);
      passages[passages.length - 1] = { ...last, end, text, points: last.points + points };
    } else {
      const { field, index, start, end, text } = occurrence;
      passages.push({ field, index, start, end, text, points });
    }
  }
  return passages
    .filter(({ text }) => text.trim().length >= SHORTEST_PASSAGE)
    .sort((a, b) => b.points - a.points)
    .slice(0, limit);
}
