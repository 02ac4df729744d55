import { BestHits } from './best-hits';
import type { Block } from './block';
import { buildingBlock } from './block-builder';
import { BLOCK_RECORDS } from './block-layout';
import { BlockPlan } from './block-plan';
import { Delta } from './delta';
import { gatherExactly } from './gathering';
import type { Candidates, Column, Hit, IndexFilter, IndexQuery, IndexRecord } from './index-record';
import { keptRanges } from './kept-ranges';
import { DEFAULT_KERNEL, type KernelKind } from './kernel';
import { Ranking } from './ranking';
import { finish, Pace, type Steps } from './pace';
import { readingRecords } from './read-records';
import { requireIndexable, requireVector } from './record-table';
import { selectCandidates } from './selection';
import { decodeBlocks, encodeBlocks } from './snapshot';
import { Selected } from './selected';
import { HIGHEST_LEVEL, Tally } from './tally';

/** So many changes are sealed into a block of their own, and so many blocks of one size made one. */
const SEALED_CHANGES = 4096;
/** When nobody tidies. */
const MOST_CHANGES = 16 * SEALED_CHANGES;
const BLOCKS_PER_SIZE = 4;
/** Blocks of more than half of a full one are left alone, unless a large share of their records is dead. */
const SMALL_BLOCK = BLOCK_RECORDS / 2;
const DEAD_SHARE = 1 / 4;

/** Smaller scores are told from 0 no more. */
const LEAST_SCORE = 1e-12;

/** How one query reads one block. */
interface Reading {
  readonly plan: BlockPlan;
  readonly ranking: Ranking;
}

interface Whereabouts {
  holder: Block | Delta;
  position: number;
}

/**
 * The records of one side (supplies, or demands for the reverse question), ready to be ranked for a query. Records lie
 * in sealed blocks and, when changed since, in a delta; one that is being made a block stays until that is done.
 */
export class SideIndex {
  private blocks: Block[] = [];
  private deltas: Delta[];
  private underway: Steps<void> | undefined;
  private readonly tally = new Tally();
  private readonly selected = new Selected();
  private readonly best = new BestHits();
  private readonly whereabouts = new Map<string, Whereabouts>();
  /** Of all that is done step by step. */
  readonly pace = new Pace();

  constructor(
    readonly columns: readonly Column[],
    private readonly kernelKind: KernelKind = DEFAULT_KERNEL,
  ) {
    this.deltas = [new Delta(columns)];
  }

  /** Of records with the same id the last one stays. RangeError for a record that cannot be indexed. */
  static build(
    columns: readonly Column[],
    records: Iterable<IndexRecord>,
    kernelKind: KernelKind = DEFAULT_KERNEL,
  ): SideIndex {
    return finish(SideIndex.building(columns, records, kernelKind));
  }

  /** The same in steps. */
  static *building(
    columns: readonly Column[],
    records: Iterable<IndexRecord>,
    kernelKind: KernelKind = DEFAULT_KERNEL,
  ): Steps<SideIndex> {
    const index = new SideIndex(columns, kernelKind);
    let batch = new Map<string, IndexRecord>();
    for (const record of records) {
      requireIndexable(record, columns);
      batch.set(record.id, record);
      if (index.pace.isDue(1 + record.vector.terms.length)) yield;
      if (batch.size < BLOCK_RECORDS) continue;
      yield* index.addingBlock([...batch.values()]);
      batch = new Map();
    }
    if (batch.size > 0) yield* index.addingBlock([...batch.values()]);
    return index;
  }

  /** Reads a snapshot. CorruptValueError for anything else, and for an index of other columns or another version. */
  static load(
    columns: readonly Column[],
    snapshot: Uint8Array,
    kernelKind: KernelKind = DEFAULT_KERNEL,
  ): SideIndex {
    const index = new SideIndex(columns, kernelKind);
    for (const block of decodeBlocks(columns, snapshot, kernelKind)) index.addBlock(block);
    return index;
  }

  get size(): number {
    return this.whereabouts.size;
  }

  has(id: string): boolean {
    return this.whereabouts.has(id);
  }

  /** The best `k` records for the query that pass the filter, best first; equal scores by ascending id. */
  query(query: IndexQuery, k: number, filter: IndexFilter = {}): Hit[] {
    const { best } = this;
    best.reset(k);
    const readings = this.readings(query, filter);
    const levels = levelsPerPoint(readings);
    const error = largestError(readings, 'excess') + largestError(readings, 'shortfall');
    const margin = Math.ceil(error * levels) + 1;
    this.select(readings, filter, levels, { wanted: k, least: 0, margin });
    for (const [i, { plan, ranking }] of readings.entries())
      gatherExactly(plan.block, ranking, this.selected.positionsOf(i, this.tally.least), best);
    this.scanDeltas(
      query,
      filter,
      () => best.floor,
      (id, score) => {
        best.offer(score, id);
      },
    );
    return best.ranked();
  }

  /** The best `count` records by 16-bit sums and a few that nearly equal them, for a caller that scores them itself. */
  candidates(query: IndexQuery, count: number, filter: IndexFilter = {}): Candidates {
    const readings = this.readings(query, filter);
    const levels = levelsPerPoint(readings);
    this.select(readings, filter, levels, { wanted: count, least: 1, margin: 0 });
    const ids: string[] = [];
    const least = (): number => (this.tally.least - 1) / levels;
    this.scanDeltas(query, filter, least, (id, score) => {
      const level = Math.trunc(score * levels);
      if (level < this.tally.least) return;
      this.tally.count(level);
      ids.push(id);
    });
    for (const [i, { ranking }] of readings.entries())
      for (const position of this.selected.positionsOf(i, this.tally.least))
        if (ranking.passes(position)) ids.push(ranking.records.ids[position]!);
    return { ids, bound: this.tally.least / levels + largestError(readings, 'shortfall') };
  }

  /** Adds a record or replaces the one with its id; the next query sees it. */
  upsert(record: IndexRecord): void {
    requireIndexable(record, this.columns);
    this.remove(record.id);
    if (this.open.records.count === MOST_CHANGES) finish(this.tidying());
    this.whereabouts.set(record.id, { holder: this.open, position: this.open.add(record) });
  }

  /** Whether there was such a record. */
  remove(id: string): boolean {
    const there = this.whereabouts.get(id);
    if (there === undefined) return false;
    there.holder.bury(there.position);
    return this.whereabouts.delete(id);
  }

  /**
   * Seals the changes, when they are many, and makes one of several small blocks, in steps between which the index may be
   * asked and changed. Answers stay the same.
   */
  *tidying(): Steps<void> {
    this.underway ??= this.sealing();
    while (this.underway !== undefined) {
      if (this.underway.next().done === true) this.underway = undefined;
      else yield;
    }
  }

  /** Rewrites the changes, and blocks that are small or much changed, into new blocks. Answers stay the same. */
  merge(): void {
    finish(this.tidying());
    const worn = this.blocks.filter(
      ({ records }) => records.liveCount < SMALL_BLOCK || records.deadCount > records.count * DEAD_SHARE,
    );
    const asNew = worn.length === 1 && worn[0]!.records.deadCount === 0 && this.open.records.count === 0;
    if (!asNew) finish(this.rewriting(worn));
  }

  /** The index as bytes, merged before; for `load`. */
  snapshot(): Uint8Array {
    this.merge();
    return encodeBlocks(this.columns, this.blocks);
  }

  /** The delta that takes changes. */
  private get open(): Delta {
    return this.deltas.at(-1)!;
  }

  private *sealing(): Steps<void> {
    if (this.open.records.count >= SEALED_CHANGES) yield* this.rewriting([]);
    for (let most = SEALED_CHANGES; most < SMALL_BLOCK; most *= BLOCKS_PER_SIZE) {
      const alike = this.blocks.filter(
        ({ records: { count } }) => count <= most && count > most / BLOCKS_PER_SIZE,
      );
      if (alike.length >= BLOCKS_PER_SIZE) yield* this.rewriting(alike);
    }
  }

  /** Puts the live records of some blocks and of the deltas into new blocks, which take their place at the end. */
  private *rewriting(blocks: readonly Block[]): Steps<void> {
    const sources: readonly (Block | Delta)[] = [...blocks, ...this.deltas];
    this.deltas = [...this.deltas, new Delta(this.columns)];
    let records: IndexRecord[] = [];
    for (const source of sources) records = records.concat(yield* readingRecords(source, this.pace));
    const made: Block[] = [];
    for (let from = 0; from < records.length; from += BLOCK_RECORDS) {
      const share = records.slice(from, from + BLOCK_RECORDS);
      made.push(yield* buildingBlock(share, this.columns, this.kernelKind, this.pace));
    }
    for (const block of made) this.takeOver(block, sources);
    this.blocks = [...this.blocks.filter((block) => !sources.includes(block)), ...made];
    this.deltas = this.deltas.filter((delta) => !sources.includes(delta));
    if (this.pace.isDue(records.length)) yield;
  }

  /** Points to the records of a block that are still as they were in its sources, and buries the others. */
  private takeOver(block: Block, sources: readonly (Block | Delta)[]): void {
    for (let position = 0; position < block.records.count; position++) {
      const there = this.whereabouts.get(block.records.ids[position]!);
      if (there === undefined || !sources.includes(there.holder)) block.bury(position);
      else {
        there.holder = block;
        there.position = position;
      }
    }
  }

  private *addingBlock(records: IndexRecord[]): Steps<void> {
    this.addBlock(yield* buildingBlock(records, this.columns, this.kernelKind, this.pace));
    if (this.pace.isDue(records.length)) yield;
  }

  private readings(query: IndexQuery, filter: IndexFilter): Reading[] {
    requireVector(query.vector);
    return this.blocks.map((block) => ({
      plan: new BlockPlan(block, query.vector),
      ranking: new Ranking(block.records, query, filter),
    }));
  }

  /** Fills `selected` with the places that are among the `wanted` best or nearly equal them. */
  private select(
    readings: readonly Reading[],
    filter: IndexFilter,
    levels: number,
    { wanted, least, margin }: { wanted: number; least: number; margin: number },
  ): void {
    this.tally.reset(wanted, least, margin);
    this.selected.clear();
    for (const { plan, ranking } of readings) {
      const ranges = wanted === 0 ? [] : keptRanges(plan.block, filter);
      selectCandidates(plan, ranking, ranges, levels, this.tally, this.selected);
    }
  }

  private scanDeltas(
    query: IndexQuery,
    filter: IndexFilter,
    least: () => number,
    visit: (id: string, score: number) => void,
  ): void {
    for (const delta of this.deltas) {
      if (delta.records.count === 0) continue;
      delta.scan(query.vector, new Ranking(delta.records, query, filter), least, (position, score) => {
        visit(delta.records.ids[position]!, score);
      });
    }
  }

  private addBlock(block: Block): void {
    this.blocks.push(block);
    const { records } = block;
    for (let position = 0; position < records.count; position++) {
      if (records.isDead(position)) continue;
      this.remove(records.ids[position]!);
      this.whereabouts.set(records.ids[position]!, { holder: block, position });
    }
  }
}

/** How far a score by sums may lie above the exact one, or below it. */
function largestError(readings: readonly Reading[], side: 'excess' | 'shortfall'): number {
  return readings.reduce((most, { plan, ranking }) => Math.max(most, ranking.scoreError(plan[side])), 0);
}

/** Levels are shared by all blocks, so that the largest score that any could give fits. */
function levelsPerPoint(readings: readonly Reading[]): number {
  const most = readings.reduce(
    (largest, { plan, ranking }) =>
      Math.max(largest, ranking.mostMultiplier * plan.mostDot + ranking.mostPoints),
    0,
  );
  return HIGHEST_LEVEL / Math.max(most, LEAST_SCORE);
}
