import type { Hit, IndexRecord } from './index/index-record';
import type { Steps } from './index/pace';
import { SideIndex } from './index/side-index';
import { FACT_COLUMNS, FactCodes } from './score/fact-codes';
import { impactVector, partBits, type StageOne } from './score/index-view';
import type { WeighedRecord } from './score/weigh-record';

export interface Held {
  readonly id: string;
  readonly version: number;
  readonly weighed: WeighedRecord;
  /** Its facts, in the codes of its side. */
  readonly codes: Uint16Array;
}

interface Candidates {
  readonly hits: readonly Hit[];
  /** Nobody else scores more by stage 1. */
  readonly bound: number;
}

/** The records of one kind under one model, and the index over them where the kind is ever a supply. */
export class MatcherSide {
  readonly codes = new FactCodes();
  private readonly held = new Map<string, Held>();
  private index: SideIndex | undefined;

  constructor(private readonly isSupply: boolean) {}

  get size(): number {
    return this.held.size;
  }

  get(id: string): Held | undefined {
    return this.held.get(id);
  }

  records(): Iterable<Held> {
    return this.held.values();
  }

  /** Adds a record or replaces it; once there is an index, in the index too. */
  put(id: string, version: number, weighed: WeighedRecord): void {
    const held = { id, version, weighed, codes: this.codes.codesOf(weighed.features.facts) };
    this.held.set(id, held);
    this.index?.upsert(indexRecord(held));
  }

  delete(id: string): boolean {
    this.index?.remove(id);
    return this.held.delete(id);
  }

  /** The best `count` by stage 1, best first; everybody when there are no more than that. */
  candidates(stage: StageOne, count: number): Candidates {
    if (count >= this.size) return { hits: Array.from(this.held.keys(), unscored), bound: 0 };
    const hits = this.indexed().query(stage.query, count, stage.filter);
    return { hits, bound: hits.length < count ? 0 : hits.at(-1)!.score };
  }

  /** Builds the index of a side of supplies, which otherwise the first question builds, or tidies it; in steps. */
  *indexing(): Steps<void> {
    if (!this.isSupply) return;
    if (this.index === undefined) this.index = yield* SideIndex.building(FACT_COLUMNS, this.indexRecords());
    else yield* this.index.tidying();
  }

  private indexed(): SideIndex {
    if (!this.isSupply) throw new RangeError('only supplies are indexed');
    return (this.index ??= SideIndex.build(FACT_COLUMNS, this.indexRecords()));
  }

  private *indexRecords(): Iterable<IndexRecord> {
    for (const held of this.held.values()) yield indexRecord(held);
  }
}

const unscored = (id: string): Hit => ({ id, score: Infinity });

const indexRecord = ({ id, weighed, codes }: Held): IndexRecord => ({
  id,
  vector: impactVector(weighed),
  attributes: codes,
  parts: partBits(weighed),
});
