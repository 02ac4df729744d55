import type { Block } from './block';
import { BLOCK_RECORDS } from './block-layout';
import { IMPACTS } from './impact';
import type { IndexFilter, IndexQuery } from './index-record';
import { Ranking } from './ranking';
import type { TopHits } from './top-hits';

/** One for all scans, which never interleave; zero between them. */
const dots = new Float64Array(BLOCK_RECORDS);

/** Offers every record of a block with its score in float64: the brute force over what the block holds. */
export function scanExactly(
  block: Block,
  query: IndexQuery,
  filter: IndexFilter | undefined,
  top: TopHits,
): void {
  const { records } = block;
  sumDots(block, query);
  const ranking = new Ranking(records, query, filter);
  for (let position = 0; position < records.count; position++) {
    const score = ranking.score(position, dots[position]!);
    if (score > 0 && score >= top.floor && ranking.passes(position)) top.offer(score, records.ids[position]!);
  }
  dots.fill(0, 0, records.count);
}

function sumDots(block: Block, query: IndexQuery): void {
  const { terms, weights } = query.vector;
  for (let i = 0; i < terms.length; i++) {
    const sparse = block.sparse.find(terms[i]!);
    if (sparse >= 0) addPostings(block, sparse, weights[i]!);
    else {
      const dense = block.dense.find(terms[i]!);
      if (dense >= 0) addRow(block, dense, weights[i]!);
    }
  }
}

function addPostings({ sparse, postings }: Block, place: number, weight: number): void {
  const end = sparse.starts[place + 1]!;
  for (let i = sparse.starts[place]!; i < end; i++) {
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
