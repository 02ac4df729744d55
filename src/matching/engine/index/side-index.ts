import type { Block } from './block';
import { buildBlock } from './block-builder';
import { BLOCK_RECORDS } from './block-layout';
import { Delta } from './delta';
import { scanExactly } from './exact-scan';
import type { Column, Hit, IndexFilter, IndexQuery, IndexRecord } from './index-record';
import { type RecordTable, requireIndexable } from './record-table';
import { TopHits } from './top-hits';

interface Place {
  readonly records: RecordTable;
  readonly position: number;
}

/**
 * The records of one side (supplies, or demands for the reverse question), ready to be ranked for a query.
 * Not for concurrent use: all calls run to their end.
 */
export class SideIndex {
  private readonly blocks: Block[] = [];
  private delta: Delta;
  private readonly places = new Map<string, Place>();

  constructor(readonly columns: readonly Column[]) {
    this.delta = new Delta(columns.length);
  }

  /** Of records with the same id the last one stays. RangeError for a record that cannot be indexed. */
  static build(columns: readonly Column[], records: Iterable<IndexRecord>): SideIndex {
    const index = new SideIndex(columns);
    let batch = new Map<string, IndexRecord>();
    for (const record of records) {
      requireIndexable(record, columns);
      batch.set(record.id, record);
      if (batch.size === BLOCK_RECORDS) {
        index.addBlock(buildBlock([...batch.values()], columns));
        batch = new Map();
      }
    }
    if (batch.size > 0) index.addBlock(buildBlock([...batch.values()], columns));
    return index;
  }

  get size(): number {
    return this.places.size;
  }

  has(id: string): boolean {
    return this.places.has(id);
  }

  /** The best `k` records for the query that pass the filter, best first; equal scores by ascending id. */
  query(query: IndexQuery, k: number, filter?: IndexFilter): Hit[] {
    return this.queryExactly(query, k, filter);
  }

  /** As `query`, by scoring every record. */
  queryExactly(query: IndexQuery, k: number, filter?: IndexFilter): Hit[] {
    const top = new TopHits(k);
    for (const block of this.blocks) scanExactly(block, query, filter, top);
    this.delta.offerAll(query, filter, top);
    return top.ranked();
  }

  /** Adds a record or replaces the one with its id; the next query sees it. */
  upsert(record: IndexRecord): void {
    requireIndexable(record, this.columns);
    this.remove(record.id);
    this.places.set(record.id, { records: this.delta.records, position: this.delta.add(record) });
  }

  /** Whether there was such a record. */
  remove(id: string): boolean {
    const place = this.places.get(id);
    if (place === undefined) return false;
    place.records.bury(place.position);
    return this.places.delete(id);
  }

  private addBlock(block: Block): void {
    this.blocks.push(block);
    const { records } = block;
    for (let position = 0; position < records.count; position++) {
      this.remove(records.ids[position]!);
      this.places.set(records.ids[position]!, { records, position });
    }
  }
}
