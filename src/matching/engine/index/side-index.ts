import { BestHits } from './best-hits';
import type { Block } from './block';
import { buildBlock } from './block-builder';
import { BLOCK_RECORDS } from './block-layout';
import { BlockPlan } from './block-plan';
import { Delta } from './delta';
import { gatherExactly } from './gathering';
import type { Candidates, Column, Hit, IndexFilter, IndexQuery, IndexRecord } from './index-record';
import { keptRanges } from './kept-ranges';
import { DEFAULT_KERNEL, type KernelKind } from './kernel';
import { Ranking } from './ranking';
import { readRecords } from './read-records';
import { requireIndexable, requireVector } from './record-table';
import { selectCandidates } from './selection';
import { decodeBlocks, encodeBlocks } from './snapshot';
import { Selected } from './selected';
import { HIGHEST_LEVEL, Tally } from './tally';

/** Changes are sealed into a block of their own when there are so many, and so many blocks of one size made one. */
const SEALED_CHANGES = 1024;
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
  readonly holder: Block | Delta;
  readonly position: number;
}

/**
 * The records of one side (supplies, or demands for the reverse question), ready to be ranked for a query. Records lie
 * in sealed blocks and, when changed since, in a delta.
 */
export class SideIndex {
  private blocks: Block[] = [];
  private delta: Delta;
  private readonly tally = new Tally();
  private readonly selected = new Selected();
  private readonly whereabouts = new Map<string, Whereabouts>();

  constructor(
    readonly columns: readonly Column[],
    private readonly kernelKind: KernelKind = DEFAULT_KERNEL,
  ) {
    this.delta = new Delta(columns);
  }

  /** Of records with the same id the last one stays. RangeError for a record that cannot be indexed. */
  static build(
    columns: readonly Column[],
    records: Iterable<IndexRecord>,
    kernelKind: KernelKind = DEFAULT_KERNEL,
  ): SideIndex {
    const index = new SideIndex(columns, kernelKind);
    index.addAll(records);
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
    const best = new BestHits(k);
    const readings = this.readings(query, filter);
    const levels = levelsPerPoint(readings);
    const error = largestError(readings, 'excess') + largestError(readings, 'shortfall');
    const margin = Math.ceil(error * levels) + 1;
    this.select(readings, filter, levels, { wanted: k, least: 0, margin });
    for (const [i, { plan, ranking }] of readings.entries())
      gatherExactly(plan, ranking, this.selected.positionsOf(i, this.tally.least), best);
    this.scanDelta(query, filter, (id, score) => {
      best.offer(score, id);
    });
    return best.ranked();
  }

  /** The best `count` records by 16-bit sums and a few that nearly equal them, for a caller that scores them itself. */
  candidates(query: IndexQuery, count: number, filter: IndexFilter = {}): Candidates {
    const readings = this.readings(query, filter);
    const levels = levelsPerPoint(readings);
    this.select(readings, filter, levels, { wanted: count, least: 1, margin: 0 });
    const ids: string[] = [];
    this.scanDelta(query, filter, (id, score) => {
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
    if (this.delta.records.count === SEALED_CHANGES) this.sealChanges();
    this.whereabouts.set(record.id, { holder: this.delta, position: this.delta.add(record) });
  }

  /** Whether there was such a record. */
  remove(id: string): boolean {
    const there = this.whereabouts.get(id);
    if (there === undefined) return false;
    there.holder.bury(there.position);
    return this.whereabouts.delete(id);
  }

  /** Rewrites the changes, and blocks that are small or much changed, into new blocks. Answers stay the same. */
  merge(): void {
    const worn = this.blocks.filter(
      ({ records }) => records.liveCount < SMALL_BLOCK || records.deadCount > records.count * DEAD_SHARE,
    );
    const asNew = worn.length === 1 && worn[0]!.records.deadCount === 0 && this.delta.records.count === 0;
    if (!asNew) this.rewrite(worn);
  }

  /** The index as bytes, merged before; for `load`. */
  snapshot(): Uint8Array {
    this.merge();
    return encodeBlocks(this.columns, this.blocks);
  }

  private sealChanges(): void {
    this.rewrite([]);
    for (let most = SEALED_CHANGES; most < SMALL_BLOCK; most *= BLOCKS_PER_SIZE) {
      const alike = this.blocks.filter(
        ({ records: { count } }) => count <= most && count > most / BLOCKS_PER_SIZE,
      );
      if (alike.length >= BLOCKS_PER_SIZE) this.rewrite(alike);
    }
  }

  /** Puts the live records of some blocks and of the delta into new blocks. */
  private rewrite(blocks: readonly Block[]): void {
    const records = [...blocks, this.delta].flatMap(readRecords);
    this.blocks = this.blocks.filter((block) => !blocks.includes(block));
    this.delta = new Delta(this.columns);
    this.addAll(records);
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

  private scanDelta(
    query: IndexQuery,
    filter: IndexFilter,
    visit: (id: string, score: number) => void,
  ): void {
    const { delta } = this;
    if (delta.records.count === 0) return;
    delta.scan(query.vector, new Ranking(delta.records, query, filter), (position, score) => {
      visit(delta.records.ids[position]!, score);
    });
  }

  private addAll(records: Iterable<IndexRecord>): void {
    let batch = new Map<string, IndexRecord>();
    for (const record of records) {
      requireIndexable(record, this.columns);
      batch.set(record.id, record);
      if (batch.size === BLOCK_RECORDS) {
        this.addBlock(buildBlock([...batch.values()], this.columns, this.kernelKind));
        batch = new Map();
      }
    }
    if (batch.size > 0) this.addBlock(buildBlock([...batch.values()], this.columns, this.kernelKind));
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
