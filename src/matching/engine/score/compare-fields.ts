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
  tokenise(normaliseText(subject(field)), (id, _start, _end, kind) => {
    if (kind !== 'character') terms.add(id);
  });
  return terms;
}

function share(a: Set<number>, b: Set<number>): boolean {
  for (const term of a) if (b.has(term)) return true;
  return false;
}

/**
 * Whether one of the found fields is one of the wanted: satisfied when one name contains the other's subject,
 * partly when the subjects share a word (材料加工 and 金属材料工程), otherwise not.
 */
export function compareFields(wanted: readonly string[], found: readonly string[]): Verdict {
  const wants = wanted.map(folded).filter(Boolean);
  const has = found.map(folded).filter(Boolean);
  if (wants.length === 0 || has.length === 0) return 'unknown';
  const contains = (a: string, b: string): boolean => subject(b).length > 1 && a.includes(subject(b));
  if (wants.some((want) => has.some((own) => want === own || contains(own, want) || contains(want, own)))) {
    return 'satisfied';
  }
  const wantTerms = wants.map(subjectTerms);
  const hasTerms = has.map(subjectTerms);
  return wantTerms.some((want) => hasTerms.some((own) => share(want, own))) ? 'partly' : 'not';
}
