import type { MatchRecord } from '../record';
import type { TagTree } from '../tag-tree';
import { tagTermId } from '../text/term-id';

/** A code that both sides carry or imply, through which of their tags, and what it adds. */
export interface TagPair {
  readonly code: string;
  readonly demandTags: readonly string[];
  readonly supplyTags: readonly string[];
  readonly points: number;
}

function carriers(record: MatchRecord, tree: TagTree): Map<string, string[]> {
  const byCode = new Map<string, string[]>();
  for (const { code } of record.tags) {
    for (const implied of tree.implied(code)) {
      const tags = byCode.get(implied.code) ?? [];
      if (!tags.includes(code)) byCode.set(implied.code, [...tags, code]);
    }
  }
  return byCode;
}

/** The codes that the two records have in common, worth most first. */
export function pairTags(
  demand: MatchRecord,
  supply: MatchRecord,
  tree: TagTree,
  points: ReadonlyMap<number, number>,
): TagPair[] {
  const supplyCarriers = carriers(supply, tree);
  return [...carriers(demand, tree)]
    .flatMap(([code, demandTags]) => {
      const supplyTags = supplyCarriers.get(code);
      const worth = points.get(tagTermId(code));
      return supplyTags && worth !== undefined ? [{ code, demandTags, supplyTags, points: worth }] : [];
    })
    .sort((a, b) => b.points - a.points);
}
