import { z } from 'zod';
import type { Locale } from '../common/locale';
import { INDUSTRIES, PLAN_WORDS } from './industries.data';
import { labelOf } from './vocabulary';

/** An industry tag: a group ("3.1"), its industry ("3"), or a word of plans ("word:new-materials") that covers some. */
export interface Tag {
  readonly code: string;
  readonly level: 'group' | 'industry' | 'word';
  readonly zh: string;
  readonly en: string;
  /** The industry of a group. */
  readonly parent?: string;
  /** What a plan word covers: industries or groups. */
  readonly covers: readonly string[];
  /** Other words for it in both languages. */
  readonly aliases: readonly string[];
  /** Divisions of GB/T 4754-2017 a group mostly falls in: ours, unverified, never deciding a count. */
  readonly divisions: readonly string[];
}

const list = (text: string): string[] => text.split(';').map((word) => word.trim());

export const tags: readonly Tag[] = [
  ...INDUSTRIES.flatMap(({ groups, aliases, ...industry }): Tag[] => [
    { ...industry, level: 'industry', covers: [], aliases: list(aliases), divisions: [] },
    ...groups.map((group): Tag => ({
      ...group,
      level: 'group',
      parent: industry.code,
      covers: [],
      aliases: list(group.aliases),
      divisions: group.divisions.split(' '),
    })),
  ]),
  ...PLAN_WORDS.map((word): Tag => ({ ...word, level: 'word', aliases: list(word.aliases), divisions: [] })),
];

const BY_CODE = new Map(tags.map((tag) => [tag.code, tag]));

export const tagSchema = z.enum(tags.map((tag) => tag.code));

export const findTag = (code: string): Tag | undefined => BY_CODE.get(code);

export function getTag(code: string): Tag {
  const tag = BY_CODE.get(code);
  if (!tag) throw new RangeError(`${code} is not an industry tag`);
  return tag;
}

export const tagLabel = (code: string, locale: Locale): string => labelOf(getTag(code), locale);

/** The wider tags, nearest first: a group's industry, then the plan words that cover either. */
export function ancestorsOf(code: string): readonly string[] {
  const { parent } = getTag(code);
  const own = parent ? [code, parent] : [code];
  const words = PLAN_WORDS.filter((word) => word.covers.some((covered) => own.includes(covered)));
  return [...own.slice(1), ...words.map((word) => word.code)];
}

/** The groups a tag stands for: itself, an industry's groups, or all that a plan word covers. */
export function groupsOf(code: string): readonly string[] {
  const tag = getTag(code);
  if (tag.level === 'group') return [code];
  if (tag.level === 'word') return tag.covers.flatMap(groupsOf);
  return tags.filter((other) => other.parent === code).map((group) => group.code);
}

/** Whether a record with this tag answers a filter for `wanted`: the same tag or a narrower one. */
export const isWithin = (code: string, wanted: string): boolean =>
  code === wanted || ancestorsOf(code).includes(wanted);
