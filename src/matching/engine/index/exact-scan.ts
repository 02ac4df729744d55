import { BLOCK_RECORDS } from './block-layout';
import type { Block } from './block';
import { IMPACTS } from './impact';
import type { LocatedTerms } from './located-terms';
import type { Ranking } from './ranking';
import type { TopPlaces } from './top-places';

/** One for all scans, which never interleave; zero between them. */
const dots = new Float64Array(BLOCK_RECORDS);

/** Offers every record of a block with its score in float64: the brute force over what the block holds. */
export function scanExactly(terms: LocatedTerms, ranking: Ranking, top: TopPlaces): void {
  const { block } = terms;
  terms.forEach(
    (list, weight) => addPostings(block, list, weight),
    (row, weight) => addRow(block, row, weight),
  );
  ranking.offerAll(dots, top);
  dots.fill(0, 0, block.records.count);
}

function addPostings({ sparse, postings }: Block, list: number, weight: number): void {
  const end = sparse.starts[list + 1]!;
  for (let i = sparse.starts[list]!; i < end; i++) {
    const posting = postings[i]!;
    dots[posting & 0xffff]! += weight * IMPACTS[posting >>> 16]!;
  }
}

function addRow({ dense, denseRows, denseCodes, layout, records }: Block, row: number, weight: number): void {
  const start = row * layout.stride;
  let next = dense.starts[row]!;
  for (let position = 0; position < records.count; position++)
    if (denseRows[start + position] !== 0) dots[position]! += weight * IMPACTS[denseCodes[next++]!]!;
}
