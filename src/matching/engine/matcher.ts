import type { RecordFeatures } from './features';
import { SideIndex } from './index/side-index';
import type { IndexQuery, IndexRecord } from './index/index-record';
import type { Model } from './model';
import { PAIR_SIDES, type PairKind, type RecordKind } from './pair-kind';
import { impactVector, partBits, partMultipliers, queryVector } from './score/index-view';
import { type PairScore, scoreWeighed } from './score/score-pair';
import { type WeighedRecord, weighRecord } from './score/weigh-record';

/** A record with the version its features were made from. */
export interface MatcherRecord {
  readonly id: string;
  readonly version: number;
  readonly features: RecordFeatures;
}

export interface Ranked {
  readonly id: string;
  readonly version: number;
  readonly pair: PairScore;
}

interface Held {
  readonly version: number;
  readonly weighed: WeighedRecord;
}

/** Stage 1 hands at least this many candidates, or this many times the wanted length, to stage 2. */
const LEAST_CANDIDATES = 500;
const CANDIDATES_PER_PLACE = 10;

/**
 * All records of the platform under one model, both sides of every pair kind. Stage 1 selects by text and tags over
 * everything, stage 2 scores the candidates with all parts; a score only ever comes from stage 2.
 */
export class Matcher {
  private readonly held = new Map<RecordKind, Map<string, Held>>();
  private readonly indexes = new Map<RecordKind, SideIndex>();

  constructor(
    readonly model: Model,
    records: Iterable<MatcherRecord> = [],
  ) {
    for (const record of records) this.hold(record);
    for (const [kind, side] of this.held) this.indexes.set(kind, SideIndex.build([], indexed(side)));
  }

  /** Records held of a kind. */
  size(kind: RecordKind): number {
    return this.held.get(kind)?.size ?? 0;
  }

  holds(kind: RecordKind, id: string): boolean {
    return this.held.get(kind)?.has(id) ?? false;
  }

  /** Records held of all kinds, and the sum of their versions. */
  get count(): number {
    return this.sum((side) => side.size);
  }

  get versions(): number {
    return this.sum((side) => [...side.values()].reduce((total, { version }) => total + version, 0));
  }

  /** The version held of a record, whatever its kind. */
  versionOf(id: string): number | undefined {
    for (const side of this.held.values()) {
      const held = side.get(id);
      if (held !== undefined) return held.version;
    }
    return undefined;
  }

  /** The features of every record, for the statistics of a new model. */
  *allFeatures(): Iterable<RecordFeatures> {
    for (const side of this.held.values()) for (const { weighed } of side.values()) yield weighed.features;
  }

  /** Ids of a kind in ascending order. */
  ids(kind: RecordKind): string[] {
    return [...(this.held.get(kind)?.keys() ?? [])].sort();
  }

  /** Adds a record or replaces it, unless a newer version is held. */
  upsert(record: MatcherRecord): void {
    const { kind } = record.features;
    const before = this.held.get(kind)?.get(record.id);
    if (before !== undefined && before.version > record.version) return;
    const weighed = this.hold(record);
    const index = this.indexes.get(kind) ?? new SideIndex([]);
    this.indexes.set(kind, index);
    index.upsert(indexRecord(record.id, weighed));
  }

  remove(id: string): void {
    for (const [kind, side] of this.held) if (side.delete(id)) this.indexes.get(kind)?.remove(id);
  }

  /** The best `places` supplies for a demand that is held, best first, equal scores by id; failed musts are left out. */
  rank(demandId: string, pair: PairKind, places: number): Ranked[] {
    const { demand, supply } = PAIR_SIDES[pair];
    const asking = this.held.get(demand)?.get(demandId);
    return asking === undefined ? [] : this.best(asking.weighed, supply, pair, places);
  }

  /** Demands that a held supply could serve, with the pair's score; every demand with something in common is scored. */
  demandsFor(supplyId: string, pair: PairKind): Ranked[] {
    const { demand, supply } = PAIR_SIDES[pair];
    const offered = this.held.get(supply)?.get(supplyId);
    if (offered === undefined) return [];
    const score = (other: WeighedRecord) => scoreWeighed(other, offered.weighed, this.model);
    return this.scoreCandidates(offered.weighed, demand, pair, this.size(demand), score);
  }

  private best(asking: WeighedRecord, supply: RecordKind, pair: PairKind, places: number): Ranked[] {
    const score = (other: WeighedRecord) => scoreWeighed(asking, other, this.model);
    let pool = Math.max(LEAST_CANDIDATES, CANDIDATES_PER_PLACE * places);
    for (;;) {
      const ranked = this.scoreCandidates(asking, supply, pair, pool, score);
      // Musts may have emptied the pool: look further until the list is full or nobody is left.
      if (ranked.length >= places || pool >= this.size(supply)) return ranked.slice(0, places);
      pool *= 4;
    }
  }

  private scoreCandidates(
    asking: WeighedRecord,
    side: RecordKind,
    pair: PairKind,
    pool: number,
    score: (other: WeighedRecord) => PairScore,
  ): Ranked[] {
    const candidates = this.indexes.get(side)?.query(this.queryOf(asking, pair), pool) ?? [];
    return candidates
      .map(({ id }): Ranked => {
        const { version, weighed } = this.held.get(side)?.get(id) as Held;
        return { id, version, pair: score(weighed) };
      })
      .filter((ranked) => ranked.pair.excludedBy === undefined)
      .sort((a, b) => b.pair.score - a.pair.score || (a.id < b.id ? -1 : 1));
  }

  private sum(of: (side: Map<string, Held>) => number): number {
    return [...this.held.values()].reduce((total, side) => total + of(side), 0);
  }

  private queryOf(asking: WeighedRecord, pair: PairKind): IndexQuery {
    const weights = this.model.weightsOf(pair);
    return { vector: queryVector(asking, weights), multiplier: partMultipliers(asking, weights) };
  }

  private hold({ id, version, features }: MatcherRecord): WeighedRecord {
    const side = this.held.get(features.kind) ?? new Map<string, Held>();
    const weighed = weighRecord(features, this.model);
    this.held.set(features.kind, side.set(id, { version, weighed }));
    return weighed;
  }
}

const indexRecord = (id: string, weighed: WeighedRecord): IndexRecord => ({
  id,
  vector: impactVector(weighed),
  attributes: [],
  parts: partBits(weighed),
});

function* indexed(side: Map<string, Held>): Iterable<IndexRecord> {
  for (const [id, { weighed }] of side) yield indexRecord(id, weighed);
}
