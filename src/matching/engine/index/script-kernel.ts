import { CODE_CLASSES, RANK_STEP } from './block-layout';
import { IMPACTS } from './impact';
import type { Kernel, KernelBlock } from './kernel';

const ROUNDER = 2 ** 23;
const LARGEST_SUM = 0xffff;
const { fround } = Math;

/** assembly/kernel.ts in plain JavaScript: the same arithmetic in 32-bit floats and 16-bit sums. */
export class ScriptKernel implements Kernel {
  private readonly bytes: Uint8Array;

  constructor(private readonly block: KernelBlock) {
    this.bytes = new Uint8Array(block.buffer);
  }

  addPostings(from: number, to: number, factor: number): void {
    const { postings } = this.block;
    const { sums } = this.block.space;
    for (let i = from; i < to; i++) {
      const posting = postings[i]!;
      sums[posting & 0xffff]! += fround(fround(IMPACTS[posting >>> 16]! * factor) + ROUNDER) - ROUNDER;
    }
  }

  sweep(from: number, to: number, minimum: number): number {
    this.addRows(from, to);
    const { sums, found } = this.block.space;
    let count = 0;
    for (let position = from; position < to; position++)
      if (this.bound(position) >= minimum) found[count++] = ((sums[position]! << 16) | position) >>> 0;
    sums.fill(0, from, to);
    return count;
  }

  scanPostings(from: number, to: number, weight: number): void {
    const { postings } = this.block;
    const { sums, dots } = this.block.space;
    for (let i = from; i < to; i++) {
      const place = sums[postings[i]! & 0xffff]!;
      if (place !== 0) dots[place - 1]! += weight * IMPACTS[postings[i]! >>> 16]!;
    }
  }

  searchPostings(from: number, to: number, weight: number, count: number): void {
    const { postings } = this.block;
    const { positions, dots } = this.block.space;
    let at = from;
    for (let i = 0; i < count; i++) {
      while (at < to && (postings[at]! & 0xffff) < positions[i]!) at++;
      if (at === to) return;
      if ((postings[at]! & 0xffff) === positions[i]!) dots[i]! += weight * IMPACTS[postings[at]! >>> 16]!;
    }
  }

  gatherRow(row: number, weight: number, count: number): void {
    const { dense, denseRows, denseRanks, denseCodes, layout } = this.block;
    const { positions, dots } = this.block.space;
    const start = row * layout.rowStride;
    for (let i = 0; i < count; i++) {
      const position = positions[i]!;
      if (denseRows[start + position] === 0) continue;
      let at = position - (position % RANK_STEP);
      let code = dense.starts[row]! + denseRanks[row * layout.ranksPerRow + at / RANK_STEP]!;
      for (; at < position; at++) if (denseRows[start + at] !== 0) code++;
      dots[i]! += weight * IMPACTS[denseCodes[code]!]!;
    }
  }

  /** The sum with what the criteria add at most; 0 where the filter does not pass. */
  private bound(position: number): number {
    const { sums, gainCount, gainUnit, filterCount } = this.block.space;
    let gain = 0;
    for (let i = 0; i < gainCount; i++) gain += this.planned(i, position);
    for (let i = gainCount; i < gainCount + filterCount; i++) if (this.planned(i, position) === 0) return 0;
    return Math.min(LARGEST_SUM, sums[position]! + gain * gainUnit);
  }

  private planned(i: number, position: number): number {
    const { planPlanes, planTables } = this.block.space;
    return planTables[i * CODE_CLASSES + this.bytes[planPlanes[i]! + position]!]!;
  }

  private addRows(from: number, to: number): void {
    const { sums, planRows, planFactors, groupEnds, groupShifts, groupCount } = this.block.space;
    const parts = new Uint16Array(to - from);
    let term = 0;
    for (let group = 0; group < groupCount; group++) {
      parts.fill(0);
      for (; term < groupEnds[group]!; term++) {
        const row = planRows[term]! + from;
        const factor = planFactors[term]!;
        for (let i = 0; i < parts.length; i++) parts[i]! += this.bytes[row + i]! * factor;
      }
      const shift = groupShifts[group]!;
      for (let i = 0; i < parts.length; i++) sums[from + i]! += parts[i]! >>> shift;
    }
  }
}
