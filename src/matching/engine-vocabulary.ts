import { tags } from '../taxonomy/tags';
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
