import type { Block } from './block';
import { CODE_CLASSES, PLAN_GAINS } from './block-layout';
import type { ColumnCriterion } from './index-record';
import type { Ranking } from './ranking';

const LARGEST_LEVEL = 255;
const LARGEST_UNIT = Math.floor(0xffff / LARGEST_LEVEL);

/**
 * Plans what the criteria add at most, for the sweep to pass over records that cannot reach the floor. A mean over the
 * known criteria is at most the mean over all with the unknown ones met, which is a sum over the columns; each is rounded
 * up to one of 255 levels, the best of the codes in a class standing for all of them. Answers whether there is a plan;
 * there is none where the points exceed 16 bits of sum units.
 */
export function planGains(block: Block, { criteria, mostPoints }: Ranking, unitsPerPoint: number): boolean {
  const { space } = block;
  const columns = criteria?.columns ?? [];
  space.gainCount = 0;
  const levels = LARGEST_LEVEL - columns.length;
  const unit = Math.ceil((mostPoints / levels) * unitsPerPoint);
  if (columns.length === 0 || columns.length > PLAN_GAINS || !(unit <= LARGEST_UNIT)) return false;
  const weights = columns.reduce((sum, { weight }) => sum + weight, 0);
  for (const [i, criterion] of columns.entries()) {
    space.gainPlanes[i] = block.codePlane(criterion.column);
    fillTable(
      space.gainTables.subarray(i * CODE_CLASSES, (i + 1) * CODE_CLASSES),
      criterion,
      (levels * criterion.weight) / weights,
      block.records.largestCodes[criterion.column]!,
    );
  }
  space.gainUnit = unit;
  space.gainCount = columns.length;
  return true;
}

/** The most that each class of codes adds, of `most` levels; an unknown one adds as much as one that is met. */
function fillTable(table: Uint8Array, { values }: ColumnCriterion, most: number, largestCode: number): void {
  table.fill(0);
  for (let code = 0; code <= largestCode; code++) {
    const value = code < values.length ? values[code]! : NaN;
    const level = Math.ceil(Number.isNaN(value) ? most : value * most);
    if (level > table[code % CODE_CLASSES]!) table[code % CODE_CLASSES] = level;
  }
}
