import { tags } from '../taxonomy/tags';
import type { TagWords } from './engine/suggest/tag-profile';
import { TagTree, type TagVocabulary } from './engine/tag-tree';

/** The platform's industry tags as the engine takes them. */
export const TAG_VOCABULARY: TagVocabulary = {
  nodes: tags
    .filter((tag) => tag.level !== 'word')
    .map(({ code, parent, level }) => ({ code, parent, level: level === 'industry' ? 1 : 2 })),
  planWords: Object.fromEntries(
    tags.filter((tag) => tag.level === 'word').map((tag) => [tag.code, tag.covers]),
  ),
};

export const TAG_TREE = new TagTree(TAG_VOCABULARY);

/** The groups, which are what is suggested: industries and plan words follow from them. */
export const TAG_WORDS: readonly TagWords[] = tags
  .filter((tag) => tag.level === 'group')
  .map(({ code, zh, en, aliases }) => ({ code, words: [zh, en, ...aliases] }));
