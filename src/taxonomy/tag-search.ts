import { tags, type Tag } from './tags';

/** A word in a text that speaks for a tag; `start` and `end` are offsets in the text as given. */
export interface AliasHit {
  readonly code: string;
  readonly alias: string;
  readonly start: number;
  readonly end: number;
}

const escape = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Latin words match whole words only ("AI" is not in "chair"); Chinese ones match anywhere. */
const pattern = (word: string): string =>
  `${/^[a-z0-9]/i.test(word) ? '(?<![a-z0-9])' : ''}${escape(word)}${/[a-z0-9]$/i.test(word) ? '(?![a-z0-9])' : ''}`;

const CODES_BY_WORD = new Map<string, string[]>();
for (const tag of tags) {
  for (const word of new Set([tag.zh, tag.zh.replace(/产业$/, ''), tag.en, ...tag.aliases])) {
    const key = word.toLowerCase();
    CODES_BY_WORD.set(key, [...(CODES_BY_WORD.get(key) ?? []), tag.code]);
  }
}

/** Longer words first, so that 碳化硅陶瓷 is not read as 陶瓷. */
const ANY_WORD = new RegExp(
  [...CODES_BY_WORD.keys()]
    .sort((a, b) => b.length - a.length)
    .map(pattern)
    .join('|'),
  'gi',
);

/** Names and aliases of tags that occur in a text, in order, without overlaps; a word of several tags gives one hit each. */
export const findAliases = (text: string): AliasHit[] =>
  [...text.matchAll(ANY_WORD)].flatMap((match) => {
    const alias = match[0];
    const codes = CODES_BY_WORD.get(alias.toLowerCase()) ?? [];
    return codes.map((code) => ({ code, alias, start: match.index, end: match.index + alias.length }));
  });

/** Tags for a picker: those whose code begins with the query, then those whose name, then those whose alias contains it. */
export function searchTags(query: string): readonly Tag[] {
  const wanted = query.normalize('NFKC').trim().toLowerCase();
  if (!wanted) return tags;
  const contains = (word: string) => word.toLowerCase().includes(wanted);
  const byCode = tags.filter((tag) => tag.code.startsWith(wanted));
  const byName = tags.filter((tag) => contains(tag.zh) || contains(tag.en));
  const byAlias = tags.filter((tag) => tag.aliases.some(contains));
  return [...new Set([...byCode, ...byName, ...byAlias])];
}
