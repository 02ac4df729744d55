import type { Verdict } from './criterion-verdict';
import { normaliseText } from '../text/normalise-text';
import { tokenise } from '../text/tokenise';

/** Endings and openings that name a discipline's form, not its subject. */
const FORM_WORDS =
  /(?:科学与工程|科学与技术|工程技术|工程|技术|科学|专业|方向|类|学)+$|及其自动化|\b(?:engineering|science|technology)\b/gu;

function folded(field: string): string {
  return String.fromCharCode(...normaliseText(field.slice(0, 100)).units).trim();
}

function subject(field: string): string {
  return field.replace(FORM_WORDS, '').trim() || field;
}

function subjectTerms(field: string): Set<number> {
  const terms = new Set<number>();
  tokenise(normaliseText(field), (id, _start, _end, kind) => {
    if (kind !== 'character') terms.add(id);
  });
  return terms;
}

function share(a: Set<number>, b: Set<number>): boolean {
  for (const term of a) if (b.has(term)) return true;
  return false;
}

/** A name of a field as it is compared. */
class ReadField {
  readonly folded: string;
  readonly subject: string;
  private found: Set<number> | undefined;

  constructor(field: string) {
    this.folded = folded(field);
    this.subject = subject(this.folded);
  }

  get terms(): Set<number> {
    return (this.found ??= subjectTerms(this.subject));
  }

  contains(other: ReadField): boolean {
    return other.subject.length > 1 && this.folded.includes(other.subject);
  }
}

/** The same few thousand names are compared over and over. */
const MOST_READ = 8192;
const read = new Map<string, ReadField>();

function readField(field: string): ReadField {
  const known = read.get(field);
  if (known !== undefined) return known;
  if (read.size >= MOST_READ) read.clear();
  const made = new ReadField(field);
  read.set(field, made);
  return made;
}

const isNamed = ({ folded: name }: ReadField): boolean => name !== '';

/**
 * Whether one of the found fields is one of the wanted: satisfied when one name contains the other's subject,
 * partly when the subjects share a word (材料加工 and 金属材料工程), otherwise not.
 */
export function compareFields(wanted: readonly string[], found: readonly string[]): Verdict {
  const wants = wanted.map(readField).filter(isNamed);
  const has = found.map(readField).filter(isNamed);
  if (wants.length === 0 || has.length === 0) return 'unknown';
  const isSame = (a: ReadField, b: ReadField) => a.folded === b.folded || a.contains(b) || b.contains(a);
  if (wants.some((want) => has.some((own) => isSame(want, own)))) return 'satisfied';
  return wants.some((want) => has.some((own) => share(want.terms, own.terms))) ? 'partly' : 'not';
}
