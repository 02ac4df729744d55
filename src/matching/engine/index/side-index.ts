import type { Block } from './block';
import { buildBlock } from './block-builder';
import { BLOCK_RECORDS } from './block-layout';
import { BlockPlan } from './block-plan';
import { Delta } from './delta';
import { gatherExactly } from './gathering';
import type { Column, Hit, IndexFilter, IndexQuery, IndexRecord } from './index-record';
import { keptRanges } from './kept-ranges';
import { DEFAULT_KERNEL, type KernelKind } from './kernel';
import { Ranking } from './ranking';
import { type RecordTable, requireIndexable, requireVector } from './record-table';
import { selectCandidates } from './selection';
import { TopPlaces } from './top-places';

/** Candidates selected beyond the `k` asked for, so that rounding in the selection costs no answer. */
const SPARE_CANDIDATES = 8;

interface Whereabouts {
  readonly records: RecordTable;
  readonly position: number;
}

/**
 * The records of one side (supplies, or demands for the reverse question), ready to be ranked for a query. Records lie
 * in sealed blocks and, when changed since, in a delta. The place of a record is block · 65,536 + position, the delta
 * counting as the last block.
 */
export class SideIndex {
  private readonly blocks: Block[] = [];
  private delta: Delta;
  private readonly chosen = new TopPlaces();
  private readonly best = new TopPlaces();
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
    let batch = new Map<string, IndexRecord>();
    for (const record of records) {
      requireIndexable(record, columns);
      batch.set(record.id, record);
      if (batch.size === BLOCK_RECORDS) {
        index.addBlock(buildBlock([...batch.values()], columns, kernelKind));
        batch = new Map();
      }
    }
    if (batch.size > 0) index.addBlock(buildBlock([...batch.values()], columns, kernelKind));
    return index;
  }

  get size(): number {
    return this.whereabouts.size;
  }

  has(id: string): boolean {
    return this.whereabouts.has(id);
  }

  /**
   * The best `k` records for the query that pass the filter, best first; equal scores by ascending id. The scores are
   * exact; the answers are selected with 16-bit sums, so that of nearly equal records at the end of the list another
   * may be named than by `queryExactly`.
   */
  query(query: IndexQuery, k: number, filter: IndexFilter = {}): Hit[] {
    return this.answer(query, k, filter, false);
  }

  /** The best `k` by the definition of the score, with nothing missed. */
  queryExactly(query: IndexQuery, k: number, filter: IndexFilter = {}): Hit[] {
    return this.answer(query, k, filter, true);
  }

  /** Adds a record or replaces the one with its id; the next query sees it. */
  upsert(record: IndexRecord): void {
    requireIndexable(record, this.columns);
    this.remove(record.id);
    this.whereabouts.set(record.id, { records: this.delta.records, position: this.delta.add(record) });
  }

  /** Whether there was such a record. */
  remove(id: string): boolean {
    const there = this.whereabouts.get(id);
    if (there === undefined) return false;
    there.records.bury(there.position);
    return this.whereabouts.delete(id);
  }

  private answer(query: IndexQuery, k: number, filter: IndexFilter, exactly: boolean): Hit[] {
    requireVector(query.vector);
    const readings = this.blocks.map((block, i) => ({
      plan: new BlockPlan(block, query.vector),
      ranking: this.ranking(block.records, i, query, filter),
    }));
    if (exactly) {
      const errors = readings.map(({ plan, ranking }) => ranking.scoreError(plan.error));
      const margin = 2 * Math.max(0, ...errors);
      this.chosen.reset(k, -margin, margin);
    } else this.chosen.reset(k + SPARE_CANDIDATES, Number.MIN_VALUE, 0);
    for (const { plan, ranking } of readings)
      selectCandidates(plan, ranking, keptRanges(plan.block, filter), this.chosen);
    this.best.reset(k, Number.MIN_VALUE, 0);
    const places = this.chosen.ascending();
    let from = 0;
    for (const { plan, ranking } of readings) {
      let to = from;
      while (to < places.length && places[to]! < ranking.firstPlace + BLOCK_RECORDS) to++;
      if (to > from) gatherExactly(plan, ranking, places.subarray(from, to), this.best);
      from = to;
    }
    this.delta.scan(
      query.vector,
      this.ranking(this.delta.records, this.blocks.length, query, filter),
      this.best,
    );
    return this.best.ranked(
      (place, than) => this.idAt(place) > this.idAt(than),
      (score, place) => ({ id: this.idAt(place), score }),
    );
  }

  private ranking(records: RecordTable, number: number, query: IndexQuery, filter: IndexFilter): Ranking {
    return new Ranking(records, number * BLOCK_RECORDS, query, filter);
  }

  private idAt(place: number): string {
    const { records } = this.blocks[Math.floor(place / BLOCK_RECORDS)] ?? this.delta;
    return records.ids[place % BLOCK_RECORDS]!;
  }

  private addBlock(block: Block): void {
    this.blocks.push(block);
    const { records } = block;
    for (let position = 0; position < records.count; position++) {
      this.remove(records.ids[position]!);
      this.whereabouts.set(records.ids[position]!, { records, position });
    }
  }
}
