import { isDeepStrictEqual } from 'node:util';
import type { DuplicateKind } from '../duplicate-kind';

/** Whose value stays: the surviving record's, the other's, or of a list all that either names. */
export type Keep = 'into' | 'from' | 'both';

/** A record or organisation by its properties; `details` holds what only its kind has. */
export type Row = Readonly<Record<string, unknown>> & { readonly updatedAt: Date };

/** What of two records is set side by side. */
export interface FieldPair {
  name: string;
  from: unknown;
  into: unknown;
  differs: boolean;
  /** What is kept unless a person says otherwise. */
  keep: Keep;
  /** Both may be kept: a list of words. */
  joins: boolean;
}

const SHARED = ['parkId', 'title', 'text', 'publicSummary', 'tags', 'expiresOn'];
const COLUMNS: Readonly<Record<DuplicateKind, readonly string[]>> = {
  organisation: ['name', 'kind', 'uscc', 'city', 'region', 'industry', 'qualities', 'keyEnterprise'],
  need: [...SHARED, 'organisationId', 'privacy', 'must'],
  project: [...SHARED, 'organisationId', 'privacy', 'origin', 'stage'],
  talent: [...SHARED, 'visibility', 'tier'],
};

/** Whose a record is and who reads it stays as it is with the one that stays, unless a person says otherwise. */
const BELONGING: ReadonlySet<string> = new Set(['parkId', 'organisationId', 'privacy', 'visibility']);

/** Values that mean something only together. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  privacy: ['confidentiality', 'visibility'],
  'details.budget': ['budgetMin', 'budgetMax'],
  'details.pay': ['payMin', 'payMax'],
};
const GROUPED = new Set(Object.values(GROUPS).flat());

/** All that can be chosen between two records, in the order of their forms. */
export function fieldPairs(kind: DuplicateKind, from: Row, into: Row): FieldPair[] {
  return namesOf(kind, from, into).map((name) => {
    const [theirs, ours] = [valueOf(from, name), valueOf(into, name)];
    const joins = isWords(theirs) && isWords(ours);
    const differs = !(isEmpty(theirs) && isEmpty(ours)) && !isDeepStrictEqual(theirs, ours);
    const isOurs = BELONGING.has(name) && !isEmpty(ours);
    const keep = differs && !isOurs ? fuller(theirs, ours, joins, from.updatedAt > into.updatedAt) : 'into';
    return { name, from: theirs, into: ours, differs, keep, joins: joins && differs };
  });
}

/** The properties of the surviving record that change when `pairs` are decided as `chosen` says. */
export function merged(
  into: Row,
  pairs: readonly FieldPair[],
  chosen: Readonly<Record<string, Keep>>,
): Record<string, unknown> {
  const changes: Record<string, unknown> = {};
  const details: Record<string, unknown> = { ...(into.details as object | undefined) };
  for (const pair of pairs) {
    const keep = chosen[pair.name] ?? pair.keep;
    if (keep === 'into' || !pair.differs) continue;
    const value = keep === 'both' && pair.joins ? joined(pair) : pair.from;
    const [home, name] = pair.name.startsWith('details.')
      ? [details, pair.name.slice('details.'.length)]
      : [changes, pair.name];
    const parts = GROUPS[pair.name];
    for (const part of parts ?? [name]) home[part] = parts ? (value as Row)[part] : value;
  }
  const stated = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
  if (into.details !== undefined && !isDeepStrictEqual(stated, into.details)) changes.details = stated;
  return changes;
}

function namesOf(kind: DuplicateKind, from: Row, into: Row): string[] {
  const own = [...Object.keys((into.details as object | undefined) ?? {})];
  const others = Object.keys((from.details as object | undefined) ?? {});
  const stated = new Set([...own, ...others]);
  const groups = Object.keys(GROUPS).filter(
    (name) => name.startsWith('details.') && (GROUPS[name] ?? []).some((part) => stated.has(part)),
  );
  const details = [...stated].filter((name) => !GROUPED.has(name)).map((name) => `details.${name}`);
  return [...COLUMNS[kind], ...groups, ...details];
}

function valueOf(row: Row, name: string): unknown {
  const isDetail = name.startsWith('details.');
  const home = (isDetail ? row.details : row) as Readonly<Record<string, unknown>>;
  const parts = GROUPS[name];
  if (parts) return Object.fromEntries(parts.map((part) => [part, home[part]]));
  return home[isDetail ? name.slice('details.'.length) : name];
}

function fuller(theirs: unknown, ours: unknown, joins: boolean, theirsIsNewer: boolean): Keep {
  if (isEmpty(theirs)) return 'into';
  if (isEmpty(ours)) return 'from';
  if (joins) return 'both';
  const [many, own] = [sizeOf(theirs), sizeOf(ours)];
  if (many !== own) return many > own ? 'from' : 'into';
  return theirsIsNewer ? 'from' : 'into';
}

/** Length of a text, entries of a list; 0 for what is neither longer nor shorter. */
const sizeOf = (value: unknown): number =>
  typeof value === 'string' && /\s|[一-鿿]/.test(value)
    ? value.trim().length
    : Array.isArray(value)
      ? value.length
      : 0;

const isEmpty = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  value === '' ||
  value === false ||
  (Array.isArray(value) && value.length === 0) ||
  (typeof value === 'object' && Object.values(value).every((one) => one === null || one === undefined));

const isWords = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

const joined = ({ from, into }: FieldPair): string[] => [
  ...new Set([...(into as string[]), ...(from as string[])]),
];
