import type { Block } from './block';
import { CODE_CLASSES, JUDGEMENT, NARROW_CLASSES, PART_SETS, PLAN_COLUMNS } from './block-layout';
import type { ColumnCriterion, ColumnFilter } from './index-record';
import type { Ranking } from './ranking';

const LARGEST_GAIN = 255;
const LARGEST_UNIT = Math.floor(0xffff / LARGEST_GAIN);

/** Plans how a selection makes levels of sums: what the record's parts and attributes say. */
export function planColumns(block: Block, ranking: Ranking, scale: number, levelsPerPoint: number): void {
  planScales(block, ranking, scale, levelsPerPoint);
  const columns = narrowFirst(block, ranking.criteria?.columns ?? []);
  planCriteria(block, columns);
  planFilters(block, ranking.filter.columns ?? []);
  const { space } = block;
  const sumsPerPoint = ranking.mostMultiplier > 0 ? scale / ranking.mostMultiplier : 0;
  const isBounded = planGains(block, columns, ranking.mostPoints, sumsPerPoint);
  space.sumsPerLevel = sumsPerPoint / levelsPerPoint;
  space.sumsBefore = isBounded ? 0 : ranking.mostPoints * sumsPerPoint;
}

function planScales(
  { space, records }: Block,
  ranking: Ranking,
  scale: number,
  levelsPerPoint: number,
): void {
  for (const parts of records.presentParts) {
    const { multiplier, points, multiplierWhenUnknown } = ranking.factorsOf(parts);
    space.scales[parts] = (multiplier / scale) * levelsPerPoint;
    space.scales[PART_SETS + parts] = points * levelsPerPoint;
    space.scales[2 * PART_SETS + parts] = (multiplierWhenUnknown / scale) * levelsPerPoint;
  }
}

/** Whether one table of 16 bytes says all about the column. */
const isNarrow = ({ records }: Block, { column }: ColumnCriterion): boolean =>
  records.largestCodes[column]! < NARROW_CLASSES;

function narrowFirst(block: Block, columns: readonly ColumnCriterion[]): ColumnCriterion[] {
  const narrow = columns.filter((column) => isNarrow(block, column));
  return [...narrow, ...columns.filter((column) => !isNarrow(block, column))];
}

function planCriteria(block: Block, columns: readonly ColumnCriterion[]): void {
  const { space, records } = block;
  space.criterionCount = Math.min(columns.length, PLAN_COLUMNS);
  space.knownBefore = columns.slice(PLAN_COLUMNS).reduce((sum, { weight }) => sum + weight, 0);
  for (let i = 0; i < space.criterionCount; i++) {
    const { column, weight, values } = columns[i]!;
    space.gainPlanes[i] = block.codePlane(column);
    const size = JUDGEMENT * CODE_CLASSES;
    const table = space.judgements.subarray(i * size, (i + 1) * size).fill(NaN);
    for (let code = 0; code <= records.largestCodes[column]!; code++)
      addJudgement(
        table,
        JUDGEMENT * (code % CODE_CLASSES),
        weight,
        code < values.length ? values[code]! : NaN,
      );
  }
}

/** NaN in a table stands for a class without codes so far. */
function addJudgement(table: Float64Array, at: number, weight: number, value: number): void {
  const known = Number.isNaN(value) ? 0 : weight;
  const gain = known === 0 ? 0 : weight * value;
  if (Number.isNaN(table[at]!)) {
    table[at] = table[at + 1] = known;
    table[at + 2] = table[at + 3] = gain;
    return;
  }
  // Where only some codes are known, an unknown one is at most as good as one that is met, and at least as one that is not.
  const isMixed = table[at] !== known || table[at + 1] !== known;
  table[at] = Math.max(table[at]!, known);
  table[at + 1] = Math.min(table[at + 1]!, known);
  table[at + 2] = isMixed ? weight : Math.max(table[at + 2]!, gain);
  table[at + 3] = isMixed ? 0 : Math.min(table[at + 3]!, gain);
}

function planFilters(block: Block, filters: readonly ColumnFilter[]): void {
  const { space, records } = block;
  space.filterCount = Math.min(filters.length, PLAN_COLUMNS);
  space.isSure = filters.length <= PLAN_COLUMNS;
  for (let i = 0; i < space.filterCount; i++) {
    const { column, allowed } = filters[i]!;
    space.filterPlanes[i] = block.codePlane(column);
    const at = 2 * CODE_CLASSES * i;
    space.filterTables.fill(0, at, at + CODE_CLASSES).fill(1, at + CODE_CLASSES, at + 2 * CODE_CLASSES);
    for (let code = 0; code <= records.largestCodes[column]!; code++) {
      if (allowed[code] === 1) space.filterTables[at + (code % CODE_CLASSES)] = 255;
      else space.filterTables[at + CODE_CLASSES + (code % CODE_CLASSES)] = 0;
    }
  }
}

/**
 * What the criteria add at most, for the sweep to pass over records that cannot reach the floor. A mean over the known
 * criteria is at most the mean over all with the unknown ones met, which is a sum over the columns; each is rounded
 * up to one of 255 steps. Answers false where there are none, or too many, or where they exceed 16 bits of sum units.
 */
function planGains(
  block: Block,
  columns: readonly ColumnCriterion[],
  mostPoints: number,
  sumsPerPoint: number,
): boolean {
  const { space } = block;
  const steps = LARGEST_GAIN - columns.length;
  const unit = Math.ceil((mostPoints / steps) * sumsPerPoint);
  space.gainCount = 0;
  if (columns.length === 0 || columns.length > PLAN_COLUMNS || unit > LARGEST_UNIT) return false;
  const weights = columns.reduce((sum, { weight }) => sum + weight, 0);
  for (const [i, { weight }] of columns.entries())
    for (let code = 0; code < CODE_CLASSES; code++) {
      const at = JUDGEMENT * (i * CODE_CLASSES + code);
      const most = space.judgements[at + 1]! > 0 ? space.judgements[at + 2]! : weight;
      space.gainTables[i * CODE_CLASSES + code] = Math.ceil((most / weights) * steps);
    }
  space.gainCount = columns.length;
  space.narrowGainCount = columns.filter((column) => isNarrow(block, column)).length;
  space.gainUnit = unit;
  return true;
}
