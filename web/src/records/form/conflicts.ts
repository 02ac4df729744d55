import { type Draft, isSame } from './drafts';

/** A field that two people changed at once: dotted where it is nested, 'hiring.headcount'. */
export interface Clash {
  field: string;
  mine: unknown;
  theirs: unknown;
}

type Fields = Record<string, unknown>;
const NESTED = new Set(['technology', 'hiring', 'contact']);

/** Nested fields beside the others, by dotted names. */
export const flat = (draft: Draft): Fields =>
  Object.fromEntries(
    Object.entries(draft).flatMap(([name, value]): [string, unknown][] =>
      NESTED.has(name) && value !== null && typeof value === 'object'
        ? Object.entries(value).map(([inner, deep]) => [`${name}.${inner}`, deep])
        : [[name, value]],
    ),
  );

function nested(fields: Fields): Draft {
  const draft: Draft = {};
  for (const [name, value] of Object.entries(fields)) {
    const [outer, inner] = name.split('.') as [string, string | undefined];
    if (inner === undefined) draft[outer] = value;
    else draft[outer] = { ...(draft[outer] as Fields | undefined), [inner]: value };
  }
  return draft;
}

const changedIn = (base: Fields, now: Fields): string[] =>
  [...new Set([...Object.keys(base), ...Object.keys(now)])].filter((name) => !isSame(base[name], now[name]));

/** The fields that both changed, and not to the same. */
export function clashesOf(base: Draft, mine: Draft, theirs: Draft): Clash[] {
  const [from, own, other] = [flat(base), flat(mine), flat(theirs)];
  const byThem = new Set(changedIn(from, other));
  return changedIn(from, own)
    .filter((name) => byThem.has(name) && !isSame(own[name], other[name]))
    .map((field) => ({ field, mine: own[field], theirs: other[field] }));
}

/** Their version with my changes laid over it, but for the fields in `yielded`. */
export function merged(base: Draft, mine: Draft, theirs: Draft, yielded: ReadonlySet<string>): Draft {
  const [from, own, other] = [flat(base), flat(mine), flat(theirs)];
  const kept = changedIn(from, own).filter((name) => !yielded.has(name));
  return nested({ ...other, ...Object.fromEntries(kept.map((name) => [name, own[name]])) });
}
