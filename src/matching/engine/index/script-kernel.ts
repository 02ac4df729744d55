import { CODE_CLASSES, DEAD_STATE, JUDGEMENT, PART_SETS, RANK_STEP } from './block-layout';
import { IMPACTS } from './impact';
import type { Kernel, KernelBlock } from './kernel';
import { AT, CODES, END, FACTOR, FIRST, LAST, RANKS, TERM_WORDS, WEIGHT } from './planned-terms';

const ROUNDER = 2 ** 23;
const NO_LEVEL = -1;
const { fround } = Math;

/** assembly/kernel.ts in plain JavaScript: the same arithmetic in 32-bit floats and 16-bit sums. */
export class ScriptKernel implements Kernel {
  private readonly bytes: Uint8Array;
  private readonly halves: Uint16Array;
  private readonly words: Uint32Array;
  /** The least and the largest level that a record may have; `NO_LEVEL` for no answer. */
  private low = NO_LEVEL;
  private high = NO_LEVEL;

  constructor(private readonly block: KernelBlock) {
    this.bytes = new Uint8Array(block.buffer);
    this.halves = new Uint16Array(block.buffer, 0, block.buffer.byteLength >> 1);
    this.words = new Uint32Array(block.buffer, 0, block.buffer.byteLength >> 2);
  }

  narrow(terms: number, from: number, to: number): void {
    const table = this.block.space.terms;
    for (let term = 0; term < terms * TERM_WORDS; term += TERM_WORDS) {
      if (table[term + END] === 0) continue;
      const [first, last] = [table[term + FIRST]!, table[term + LAST]!];
      table[term + AT] = this.firstPosting(first, last, from);
      table[term + END] = this.firstPosting(first, last, to);
    }
  }

  addPostings(terms: number): void {
    const { terms: table, termFactors } = this.block.space;
    for (let term = 0; term < terms * TERM_WORDS; term += TERM_WORDS)
      if (table[term + END] !== 0)
        this.addList(table[term + AT]! >>> 2, table[term + END]! >>> 2, termFactors[term + FACTOR]!);
  }

  prepare(): void {
    // The plan is read where it lies.
  }

  seed(at: number, end: number, seeds: number, wanted: number): number {
    const { sums, seedBits, found } = this.block.space;
    let count = seeds;
    for (let i = at >>> 2; i < end >>> 2 && count < wanted; i++) {
      const position = this.words[i]! & 0xffff;
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

  gather(count: number, terms: number): void {
    const { terms: table, termWeights } = this.block.space;
    for (let term = 0; term < terms * TERM_WORDS; term += TERM_WORDS) {
      const weight = termWeights[term / 2 + WEIGHT]!;
      const [at, end] = [table[term + AT]!, table[term + END]!];
      if (end !== 0) this.gatherList(at >>> 2, end >>> 2, weight, count);
      else this.gatherRow(at, table[term + RANKS]! >>> 1, table[term + CODES]! >>> 1, weight, count);
    }
  }

  private gatherList(from: number, to: number, weight: number, count: number): void {
    const { positions, dots } = this.block.space;
    let at = from;
    for (let i = 0; i < count; i++) {
      while (at < to && (this.words[at]! & 0xffff) < positions[i]!) at++;
      if (at === to) return;
      if ((this.words[at]! & 0xffff) === positions[i]!) dots[i]! += weight * IMPACTS[this.words[at]! >>> 16]!;
    }
  }

  private gatherRow(row: number, ranks: number, codes: number, weight: number, count: number): void {
    const { positions, dots } = this.block.space;
    for (let i = 0; i < count; i++) {
      const position = positions[i]!;
      if (this.bytes[row + position] === 0) continue;
      let at = position - (position % RANK_STEP);
      let code = codes + this.halves[ranks + at / RANK_STEP]!;
      for (; at < position; at++) if (this.bytes[row + at] !== 0) code++;
      dots[i]! += weight * IMPACTS[this.halves[code]!]!;
    }
  }

  private addList(from: number, to: number, factor: number): void {
    const { sums } = this.block.space;
    for (let i = from; i < to; i++) {
      const posting = this.words[i]!;
      sums[posting & 0xffff]! += fround(fround(IMPACTS[posting >>> 16]! * factor) + ROUNDER) - ROUNDER;
    }
  }

  /** The first posting of `at … end` whose position is not below `position`; `end` if there is none. */
  private firstPosting(at: number, end: number, position: number): number {
    let [low, high] = [at >>> 2, end >>> 2];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.words[middle]! & 0xffff) < position) low = middle + 1;
      else high = middle;
    }
    return 4 * low;
  }

  /** Counts a record of a sum where it is sure to answer. */
  private count(position: number, sum: number): void {
    this.judge(position, sum);
    if (this.low !== NO_LEVEL) this.block.space.tally.count(this.low);
  }

  private judge(position: number, sum: number): void {
    const { states, scales, criterionCount } = this.block.space;
    this.low = this.high = NO_LEVEL;
    const own = states[position]!;
    const passes = own === DEAD_STATE ? 'no' : this.passes(position);
    if (passes === 'no') return;
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
