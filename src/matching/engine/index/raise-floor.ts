import { BLOCK_RECORDS } from './block-layout';
import type { BlockPlan } from './block-plan';
import type { Ranking } from './ranking';
import type { TopPlaces } from './top-places';

const SEEDS_PER_PLACE = 5;
/** A filter may refuse most: then more are read than are wanted. */
const READS_PER_SEED = 8;

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
  const wanted = SEEDS_PER_PLACE * top.k;
  const hasRoom = (): boolean => top.size < wanted && seeds.length < READS_PER_SEED * wanted;
  const heaviestFirst = Array.from(lists.keys()).sort((a, b) => listPeaks[b]! - listPeaks[a]!);
  for (const i of heaviestFirst) {
    const end = sparse.starts[lists[i]! + 1]!;
    for (let j = sparse.starts[lists[i]!]!; j < end && hasRoom(); j++) {
      const position = postings[j]! & 0xffff;
      if (isSeed[position] === 1) continue;
      isSeed[position] = 1;
      seeds.push(position);
      ranking.offer(position, space.sums[position]! / scale, top);
    }
    if (!hasRoom()) break;
  }
  for (const position of seeds) isSeed[position] = 0;
  top.restart();
}
