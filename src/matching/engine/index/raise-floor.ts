import { BLOCK_RECORDS } from './block-layout';
import type { BlockPlan } from './block-plan';
import type { Ranking } from './ranking';
import type { TopPlaces } from './top-places';

const SEEDS_PER_PLACE = 4;
/** A filter may refuse most: then more are read. */
const SEEDS_PER_PLACE_FILTERED = 16;

/** One for all selections, which never interleave; zero between them. */
const isSeed = new Uint8Array(BLOCK_RECORDS);

/**
 * Offers what the sums say so far of records with the query's heaviest sparse terms, and keeps nothing but the floor
 * that comes of it. Sums only grow, so the floor holds, and the sweep need not offer nearly all that it reads first.
 */
export function raiseFloor(
  { block, lists, listPeaks, scale }: BlockPlan,
  ranking: Ranking,
  top: TopPlaces,
): void {
  const { postings, sparse, space } = block;
  const seeds: number[] = [];
  const isFiltered = ranking.filter.columns !== undefined || ranking.filter.test !== undefined;
  const wanted = top.k * (isFiltered ? SEEDS_PER_PLACE_FILTERED : SEEDS_PER_PLACE);
  const heaviestFirst = Array.from(lists.keys()).sort((a, b) => listPeaks[b]! - listPeaks[a]!);
  for (const i of heaviestFirst) {
    const end = sparse.starts[lists[i]! + 1]!;
    for (let j = sparse.starts[lists[i]!]!; j < end && seeds.length < wanted; j++) {
      const position = postings[j]! & 0xffff;
      if (isSeed[position] === 1) continue;
      isSeed[position] = 1;
      seeds.push(position);
      ranking.offer(position, space.sums[position]! / scale, top);
    }
    if (seeds.length >= wanted) break;
  }
  for (const position of seeds) isSeed[position] = 0;
  top.restart();
}
