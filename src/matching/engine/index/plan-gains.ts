import type { Block } from './block';
import { CODE_CLASSES, PLAN_GAINS } from './block-layout';
import type { CriterionGain } from './index-record';

const LARGEST_LEVEL = 255;
const LARGEST_UNIT = Math.floor(0xffff / LARGEST_LEVEL);

/**
 * Plans what the criteria add at most, for the sweep to pass over records that cannot reach the floor: each gain rounded
 * up to one of 255 levels, the best of the codes in a class for all of them. `unitsPerPoint` are sum units. Answers
 * whether there is a plan; there is none where the gains exceed 16 bits.
 */
export function planGains(block: Block, criteria: readonly CriterionGain[], unitsPerPoint: number): boolean {
  const { space } = block;
  space.gainCount = 0;
  const most = criteria.reduce((sum, { gain }) => sum + largest(gain), 0);
  const level = most / (LARGEST_LEVEL - criteria.length);
  const unit = Math.ceil(level * unitsPerPoint);
  if (!(most > 0 && criteria.length <= PLAN_GAINS && unit <= LARGEST_UNIT)) return false;
  space.gainTables.fill(0);
  for (const [i, { column, gain }] of criteria.entries()) {
    space.gainPlanes[i] = block.codePlane(column);
    for (let code = 0; code < gain.length; code++) {
      const at = i * CODE_CLASSES + (code % CODE_CLASSES);
      space.gainTables[at] = Math.max(space.gainTables[at]!, Math.ceil(gain[code]! / level));
    }
  }
  space.gainUnit = unit;
  space.gainCount = criteria.length;
  return true;
}

function largest(gain: Float64Array): number {
  let most = 0;
  for (const value of gain) most = Math.max(most, value);
  return most;
}
