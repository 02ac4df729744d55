import type { Block } from './block';
import { SWEEP_STEP } from './block-layout';
import type { IndexFilter } from './index-record';

/** Gaps shorter than this share of a block are read along: searching every list for their ends would cost more. */
const SHORTEST_GAP = 1 / 32;

/** Positions `from … to`, multiples of `SWEEP_STEP`. */
export interface PositionRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The stretches of a block that hold every record which a filter on its partition columns keeps, ascending and apart.
 * They may hold others too.
 */
export function keptRanges(block: Block, filter: IndexFilter): PositionRange[] {
  const { runs, partitionColumns } = block.records;
  const end = roundUp(block.records.count);
  const columns = (filter.columns ?? []).filter(({ column }) => partitionColumns.includes(column));
  if (columns.length === 0) return [{ from: 0, to: end }];
  const gap = Math.max(1, block.records.count * SHORTEST_GAP);
  const ranges: { from: number; to: number }[] = [];
  for (const [i, start] of runs.entries()) {
    if (columns.some(({ column, allowed }) => allowed[block.records.code(start, column)] !== 1)) continue;
    const from = start - (start % SWEEP_STEP);
    const to = roundUp(runs[i + 1] ?? block.records.count);
    const last = ranges.at(-1);
    if (last !== undefined && from - last.to < gap) last.to = to;
    else ranges.push({ from, to });
  }
  return ranges;
}

function roundUp(position: number): number {
  return Math.ceil(position / SWEEP_STEP) * SWEEP_STEP;
}
