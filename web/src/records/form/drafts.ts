import type { NeedView } from '@server/needs/need.view';
import type { ProjectView } from '@server/projects/project.view';
import type { TalentView } from '@server/talent/talent.view';
import type { AnyRecord, Kind } from '../kinds';

/** A record as it is being typed: strings, lists, numbers or nothing, named as the API names them; money in 万元. */
export type Draft = Record<string, unknown> & {
  kind?: 'technology' | 'hiring';
  technology?: Record<string, unknown>;
  hiring?: Record<string, unknown>;
};

const WAN = 10_000;
const MONEY = new Set(['budgetMin', 'budgetMax', 'payMin', 'payMax', 'investment', 'fundingWanted', 'price']);
const SHARED = ['park', 'title', 'text', 'tags', 'publicSummary', 'expiresOn'] as const;
const PROJECT = [
  'origin',
  'stage',
  'trl',
  'price',
  'investment',
  'fundingWanted',
  'spaceWanted',
  'industrialisation',
  'wantedPark',
  'modes',
  'patents',
  'expertsWanted',
] as const;
const TALENT = [
  'name',
  'headline',
  'tier',
  'education',
  'degree',
  'school',
  'field',
  'title',
  'skillLevel',
  'certificateNo',
  'employer',
  'post',
  'years',
  'city',
  'citiesAccepted',
  'engagement',
  'flexibleForms',
  'daysPerYear',
  'payMin',
  'payMax',
  'availableFrom',
  'source',
] as const;
/** What the API refuses to be without: an empty field of these is left for the server to remark on. */
const REQUIRED = new Set(['title', 'text', 'name', 'tier', 'confidentiality', 'kind', 'industrialisation']);

export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Money between 元 and 万元, whatever is nested. */
function scaled(fields: Record<string, unknown>, money: (value: number) => number): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [
      name,
      MONEY.has(name) && typeof value === 'number' ? money(value) : value,
    ]),
  );
}

const toYuan = (wan: number): number => Math.round(wan * WAN);
const toWan = (yuan: number): number => yuan / WAN;

/** Without what was left empty; money, typed in 万元, as whole 元. */
const stated = (fields: Record<string, unknown>): Record<string, unknown> =>
  scaled(Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value))), toYuan);

/** The request that makes a new record of a draft: of a need, the details of its own kind only. */
export function requestOf({ technology, hiring, contact, ...shared }: Draft): Record<string, unknown> {
  const base = stated(shared);
  const person = stated((contact ?? {}) as Record<string, unknown>);
  return {
    ...base,
    ...(Object.keys(person).length > 0 && { contact: person }),
    ...(shared.kind === 'hiring' && { hiring: stated(hiring ?? {}) }),
    ...(shared.kind === 'technology' && { technology: stated(technology ?? {}) }),
  };
}

/** The form's content for a record that is there. */
export function draftOf(kind: Kind, record: AnyRecord): Draft {
  const own = {
    needs: () => needDraft(record as NeedView),
    projects: () => pick(record as ProjectView, [...SHARED, 'confidentiality', ...PROJECT]),
    talents: () => pick(record as TalentView, [...SHARED, ...TALENT]),
  }[kind]();
  const organisation = 'organisation' in record ? record.organisation?.id : undefined;
  return withoutEmpty({ ...scaled(own, toWan), organisation });
}

const needDraft = (need: NeedView): Draft => ({
  ...pick(need, [...SHARED, 'confidentiality', 'kind', 'must']),
  ...(need.technology && { technology: withoutEmpty(scaled(need.technology, toWan)) }),
  ...(need.hiring && { hiring: withoutEmpty(scaled(need.hiring, toWan)) }),
});

const pick = <T extends object>(from: T, names: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, from[name as keyof T]]));

/** Details as the API states them, as they are typed. */
export const draftMoney = (details: Record<string, unknown>): Record<string, unknown> =>
  scaled(details, toWan);

const withoutEmpty = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => !isEmpty(value)));

export const isSame = (a: unknown, b: unknown): boolean =>
  (isEmpty(a) && isEmpty(b)) || JSON.stringify(a) === JSON.stringify(b);

/** What a PATCH says: the fields that differ from `base`; one that was emptied is taken away. */
export function changesOf(base: Draft, draft: Draft): Record<string, unknown> {
  const names = new Set([...Object.keys(base), ...Object.keys(draft)]);
  const changes: Record<string, unknown> = {};
  for (const name of names) {
    const [before, after] = [base[name], draft[name]];
    if (name === 'kind' || isSame(before, after)) continue;
    if (name === 'technology' || name === 'hiring' || name === 'contact') {
      changes[name] = stated((after ?? {}) as Record<string, unknown>);
    } else if (isEmpty(after)) {
      if (!REQUIRED.has(name)) changes[name] = Array.isArray(before) ? [] : null;
    } else Object.assign(changes, scaled({ [name]: after }, toYuan));
  }
  return changes;
}
