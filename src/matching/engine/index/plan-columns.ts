import type { Block } from './block';
import { CODE_CLASSES, PLAN_COLUMNS } from './block-layout';
import type { Ranking } from './ranking';

const LARGEST_LEVEL = 255;
const LARGEST_UNIT = Math.floor(0xffff / LARGEST_LEVEL);

/**
 * Plans what a sweep reads of the attributes, for it to pass over records that cannot reach the floor: first what the
 * criteria add at most, then which codes pass the filter. Answers whether the criteria are planned; they are not where
 * there are none, or too many, or where their points exceed 16 bits of sum units.
 */
export function planColumns(block: Block, ranking: Ranking, unitsPerPoint: number): boolean {
  const { space } = block;
  space.gainCount = 0;
  space.filterCount = 0;
  const planned = planGains(block, ranking, unitsPerPoint);
  for (const { column, allowed } of (ranking.filter.columns ?? []).slice(0, PLAN_COLUMNS - space.gainCount))
    planColumn(block, space.gainCount + space.filterCount++, column, (code) =>
      allowed[code] === 1 ? 255 : 0,
    );
  return planned;
}

/**
 * A mean over the known criteria is at most the mean over all with the unknown ones met, which is a sum over the columns;
 * each is rounded up to one of 255 levels.
 */
function planGains(block: Block, { criteria, mostPoints }: Ranking, unitsPerPoint: number): boolean {
  const columns = criteria?.columns ?? [];
  const levels = LARGEST_LEVEL - columns.length;
  const unit = Math.ceil((mostPoints / levels) * unitsPerPoint);
  if (columns.length === 0 || columns.length > PLAN_COLUMNS || !(unit <= LARGEST_UNIT)) return false;
  const weights = columns.reduce((sum, { weight }) => sum + weight, 0);
  for (const [i, { column, weight, values }] of columns.entries())
    planColumn(block, i, column, (code) => {
      const value = code < values.length ? values[code]! : NaN;
      return Math.ceil(((Number.isNaN(value) ? 1 : value) * levels * weight) / weights);
    });
  block.space.gainCount = columns.length;
  block.space.gainUnit = unit;
  return true;
}

/** The largest of a class's codes stands for all of them. */
function planColumn(block: Block, at: number, column: number, byteOf: (code: number) => number): void {
  const { planPlanes, planTables } = block.space;
  const table = planTables.subarray(at * CODE_CLASSES, (at + 1) * CODE_CLASSES).fill(0);
  planPlanes[at] = block.codePlane(column);
  for (let code = 0; code <= block.records.largestCodes[column]!; code++) {
    const byte = byteOf(code);
    if (byte > table[code % CODE_CLASSES]!) table[code % CODE_CLASSES] = byte;
  }
}
