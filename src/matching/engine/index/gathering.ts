import { GATHER_RECORDS } from './block-layout';
import type { LocatedTerms } from './located-terms';
import type { Ranking } from './ranking';
import type { TopPlaces } from './top-places';

/** Offers the records at `places` (ascending, all of the block) with their exact scores. */
export function gatherExactly(
  terms: LocatedTerms,
  ranking: Ranking,
  places: Uint32Array,
  top: TopPlaces,
): void {
  const { space } = terms.block;
  for (let from = 0; from < places.length; from += GATHER_RECORDS) {
    const count = Math.min(GATHER_RECORDS, places.length - from);
    for (let i = 0; i < count; i++) space.positions[i] = places[from + i]! - ranking.firstPlace;
    space.dots.fill(0, 0, count);
    addDots(terms, count);
    for (let i = 0; i < count; i++) ranking.offer(space.positions[i]!, space.dots[i]!, top);
  }
}

function addDots(terms: LocatedTerms, count: number): void {
  const { kernel, sparse } = terms.block;
  terms.forEach(
    (list, weight) => {
      kernel.gatherPostings(sparse.starts[list]!, sparse.starts[list + 1]!, weight, count);
    },
    (row, weight) => {
      kernel.gatherRow(row, weight, count);
    },
  );
}
