import { CODE_CLASSES, JUDGEMENT, PART_SETS, RANK_STEP } from './block-layout';
import { IMPACTS } from './impact';
import type { Kernel, KernelBlock } from './kernel';

const ROUNDER = 2 ** 23;
const NO_LEVEL = -1;
const { fround } = Math;

/** assembly/kernel.ts in plain JavaScript: the same arithmetic in 32-bit floats and 16-bit sums. */
export class ScriptKernel implements Kernel {
  private readonly bytes: Uint8Array;
  /** The least and the largest level that a record may have; `NO_LEVEL` for no answer. */
  private low = NO_LEVEL;
  private high = NO_LEVEL;

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

  prepare(): void {
    // The plan is read where it lies.
  }

  seed(from: number, to: number, seeds: number, wanted: number): number {
    const { postings } = this.block;
    const { sums, seedBits, found } = this.block.space;
    let count = seeds;
    for (let i = from; i < to && count < wanted; i++) {
      const position = postings[i]! & 0xffff;
      if ((seedBits[position >> 3]! >> (position & 7)) & 1) continue;
      seedBits[position >> 3]! |= 1 << (position & 7);
      found[count++] = position;
      this.count(position, sums[position]!);
    }
    return count;
  }

  endSeeds(seeds: number): void {
    const { seedBits, found, tally } = this.block.space;
    for (let i = 0; i < seeds; i++) seedBits[found[i]! >> 3] = 0;
    tally.restart();
  }

  sweep(from: number, to: number, listed: number): number {
    this.addRows(from, to);
    const { sums, found, tally } = this.block.space;
    let count = listed;
    for (let position = from; position < to; position++) {
      this.count(position, sums[position]!);
      if (this.high >= tally.least) found[count++] = ((this.high << 16) | position) >>> 0;
    }
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

  /** Counts a record of a sum where it is sure to answer. */
  private count(position: number, sum: number): void {
    this.judge(position, sum);
    if (this.low !== NO_LEVEL) this.block.space.tally.count(this.low);
  }

  private judge(position: number, sum: number): void {
    const { parts, alive, scales, criterionCount } = this.block.space;
    this.low = this.high = NO_LEVEL;
    const passes = alive[position] === 1 ? this.passes(position) : 'no';
    if (passes === 'no') return;
    const own = parts[position]!;
    const score = scales[own]! * sum;
    const [high, low] = criterionCount === 0 ? [score, score] : this.addCriteria(position, own, sum);
    this.high = Math.trunc(high);
    if (passes === 'surely') this.low = Math.trunc(low);
  }

  private passes(position: number): 'surely' | 'maybe' | 'no' {
    const { filterPlanes, filterTables, filterCount, isSure } = this.block.space;
    let surely = isSure;
    for (let i = 0; i < filterCount; i++) {
      const at = 2 * CODE_CLASSES * i + this.bytes[filterPlanes[i]! + position]!;
      if (filterTables[at] === 0) return 'no';
      if (filterTables[at + CODE_CLASSES] === 0) surely = false;
    }
    return surely ? 'surely' : 'maybe';
  }

  private addCriteria(position: number, own: number, sum: number): [high: number, low: number] {
    const { scales, judgements, gainPlanes, criterionCount, knownBefore } = this.block.space;
    const score = scales[own]! * sum;
    const points = scales[PART_SETS + own]!;
    const unknown = Math.min(scales[2 * PART_SETS + own]! * sum, score + points);
    let [known, surelyKnown, most, least] = [knownBefore, 0, knownBefore, 0];
    for (let i = 0; i < criterionCount; i++) {
      const at = JUDGEMENT * (i * CODE_CLASSES + this.bytes[gainPlanes[i]! + position]!);
      known += judgements[at]!;
      surelyKnown += judgements[at + 1]!;
      most += judgements[at + 2]!;
      least += judgements[at + 3]!;
    }
    if (known === 0) return [unknown, unknown];
    const low = score + points * (least / known);
    return [score + points * (most / known), surelyKnown === 0 ? Math.min(low, unknown) : low];
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
