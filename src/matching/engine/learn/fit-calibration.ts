import type { Calibration } from '../model';

/** A score and whether people judged the pair to fit. */
export interface LabelledScore {
  readonly score: number;
  readonly fits: boolean;
}

/** Scores next to each other are taken together in this many groups of equal size, each of at least `LEAST_GROUP`. */
const GROUPS = 20;
const LEAST_GROUP = 15;

interface Block {
  readonly score: number;
  readonly fits: number;
  readonly count: number;
}

/** Half a pair more on either side, so that nothing is ever certain (Jeffreys). */
function blockOf(group: readonly LabelledScore[]): Block {
  const count = group.length;
  const fitting = group.filter(({ fits }) => fits).length;
  const score = group.reduce((sum, pair) => sum + pair.score, 0) / count;
  return { score, fits: (fitting + 0.5) / (count + 1), count };
}

function merged(a: Block, b: Block): Block {
  const count = a.count + b.count;
  const mean = (x: number, y: number): number => (x * a.count + y * b.count) / count;
  return { score: mean(a.score, b.score), fits: mean(a.fits, b.fits), count };
}

function inGroups(sorted: readonly LabelledScore[]): Block[] {
  const size = Math.max(LEAST_GROUP, Math.ceil(sorted.length / GROUPS));
  const blocks: Block[] = [];
  for (let at = 0; at < sorted.length; at += size) blocks.push(blockOf(sorted.slice(at, at + size)));
  return blocks;
}

/**
 * The share of fitting pairs as a function of the score that never falls: isotonic regression by pooling adjacent
 * violators (Barlow et al. 1972) over groups of neighbouring scores. Undefined without labels.
 */
export function fitCalibration(labelled: readonly LabelledScore[]): Calibration | undefined {
  if (labelled.length === 0) return undefined;
  const blocks: Block[] = [];
  for (const block of inGroups([...labelled].sort((a, b) => a.score - b.score))) {
    let last = block;
    for (let before = blocks.at(-1); before && before.fits >= last.fits; before = blocks.at(-1)) {
      last = merged(before, last);
      blocks.pop();
    }
    blocks.push(last);
  }
  return {
    scores: blocks.map(({ score }) => score),
    fits: blocks.map(({ fits }) => fits),
    labelled: labelled.length,
  };
}
