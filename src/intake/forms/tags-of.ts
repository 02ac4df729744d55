import { tags } from '../../taxonomy/tags';
import { plain } from '../values/reading';

const BY_NAME = new Map<string, string>();
for (const { code, zh, en, aliases } of tags)
  for (const name of [zh, zh.replace(/产业$/, ''), en, ...aliases]) {
    const key = plain(name).toLowerCase();
    if (!BY_NAME.has(key)) BY_NAME.set(key, code);
  }

/** The industry tags that words name exactly; a person stated them. */
export const tagsOf = (words: readonly string[] = []): string[] => [
  ...new Set(words.flatMap((word) => BY_NAME.get(plain(word).toLowerCase()) ?? [])),
];
