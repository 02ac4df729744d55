import type { RecordFeatures } from './features';
import { type Held, MatcherSide } from './matcher-side';
import type { Model } from './model';
import { PAIR_SIDES, pairKindsAnsweredBy, type PairKind, type RecordKind } from './pair-kind';
import { DemandCriteria, valueOfFacts } from './score/demand-criteria';
import { stageOne } from './score/index-view';
import { PairScorer } from './score/pair-scorer';
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

/** A demand in whose list a supply could stand. */
export interface Scored {
  readonly id: string;
  readonly score: number;
}

/**
 * How many candidates stage 1 hands to stage 2 at first for a list of so many places: few where it knows the whole score
 * but for rounding, many where it does not know the meaning part.
 */
const firstPool = (places: number, isWhole: boolean): number =>
  isWhole ? Math.max(64, 2 * places) : Math.max(500, 10 * places);
/** While the list might miss somebody, so many times more are looked at, up to the most that a full list is worth. */
const WIDENING = 4;
const MOST_CANDIDATES = 8000;

/**
 * All records of the platform under one model, both sides of every pair kind. Stage 1 selects by text, tags and criteria
 * over everything, stage 2 scores the candidates with all parts; a score only ever comes from stage 2.
 */
export class Matcher {
  private readonly sides = new Map<RecordKind, MatcherSide>();

  constructor(
    readonly model: Model,
    records: Iterable<MatcherRecord> = [],
    private readonly poolFor = firstPool,
  ) {
    for (const record of records) this.upsert(record);
  }

  /** Records held of a kind. */
  size(kind: RecordKind): number {
    return this.sides.get(kind)?.size ?? 0;
  }

  holds(kind: RecordKind, id: string): boolean {
    return this.sides.get(kind)?.get(id) !== undefined;
  }

  /** Records held of all kinds, and the sum of their versions. */
  get count(): number {
    return this.sum((side) => side.size);
  }

  get versions(): number {
    return this.sum((side) => {
      let versions = 0;
      for (const { version } of side.records()) versions += version;
      return versions;
    });
  }

  /** The version held of a record, whatever its kind. */
  versionOf(id: string): number | undefined {
    for (const side of this.sides.values()) {
      const held = side.get(id);
      if (held !== undefined) return held.version;
    }
    return undefined;
  }

  /** The features of every record, for the statistics of a new model. */
  *allFeatures(): Iterable<RecordFeatures> {
    for (const side of this.sides.values()) yield* side.features();
  }

  /** Ids of a kind in ascending order. */
  ids(kind: RecordKind): string[] {
    return [...(this.sides.get(kind)?.ids() ?? [])].sort();
  }

  /** Adds a record or replaces it, unless a newer version is held. */
  upsert({ id, version, features }: MatcherRecord): void {
    const side = this.sideOf(features.kind);
    if ((side.get(id)?.version ?? version) <= version)
      side.put(id, version, weighRecord(features, this.model));
  }

  remove(id: string): void {
    for (const side of this.sides.values()) side.delete(id);
  }

  /** The best `places` supplies for a demand that is held, best first, equal scores by id; failed musts are left out. */
  rank(demandId: string, pair: PairKind, places: number): Ranked[] {
    const asking = this.sides.get(PAIR_SIDES[pair].demand)?.get(demandId);
    return asking === undefined ? [] : this.rankWeighed(asking.weighed, pair, places);
  }

  /** The same for a demand that need not be held. RangeError for features of another kind or pipeline. */
  rankFor(demand: RecordFeatures, pair: PairKind, places: number): Ranked[] {
    return this.rankWeighed(weighRecord(demand, this.model), pair, places);
  }

  /** Demands that a held supply could serve, with the pair's score, in no order. */
  demandsFor(supplyId: string, pair: PairKind): Scored[] {
    const { demand, supply } = PAIR_SIDES[pair];
    const offered = this.sides.get(supply)?.get(supplyId);
    const asking = this.sides.get(demand);
    if (offered === undefined || asking === undefined) return [];
    const scorer = new PairScorer(offered.weighed, this.model.weightsOf(pair));
    const served: Scored[] = [];
    for (const { id, weighed } of asking.records()) {
      const criteria = valueOfFacts(weighed.features.requirements, offered.weighed.features.facts);
      const score = criteria === undefined ? 0 : scorer.scoreOf(weighed, criteria);
      if (score > 0) served.push({ id, score });
    }
    return served;
  }

  private rankWeighed(asking: WeighedRecord, pair: PairKind, places: number): Ranked[] {
    const side = this.sides.get(PAIR_SIDES[pair].supply);
    if (side === undefined) return [];
    return this.select(side, asking, pair, places).map(({ id, version, weighed }) => ({
      id,
      version,
      pair: scoreWeighed(asking, weighed, this.model),
    }));
  }

  /** Widens the pool until nobody outside it can belong to the list. */
  private select(side: MatcherSide, asking: WeighedRecord, pair: PairKind, places: number): Held[] {
    const weights = this.model.weightsOf(pair);
    const criteria = new DemandCriteria(asking.features.requirements, side.codes);
    const stage = stageOne(asking, criteria, weights);
    const scorer = new PairScorer(asking, weights);
    let pool = this.poolFor(places, stage.isWhole);
    for (;;) {
      const { ids, bound } = side.candidates(stage, pool);
      const scored: Placed[] = [];
      for (const id of ids) {
        const held = side.get(id)!;
        const value = criteria.valueOf(held.codes, held.weighed.features.facts);
        const score = value === undefined ? 0 : scorer.scoreOf(held.weighed, value);
        if (score > 0) scored.push({ held, score });
      }
      const best = bestOf(scored, places);
      const isFull = best.length === places;
      const isSure = isFull && (best.at(-1)?.score ?? 0) > stage.mostFullScore(bound);
      if (isSure || pool >= side.size || (isFull && pool >= MOST_CANDIDATES))
        return best.map(({ held }) => held);
      pool *= WIDENING;
    }
  }

  private sideOf(kind: RecordKind): MatcherSide {
    const known = this.sides.get(kind);
    if (known !== undefined) return known;
    const side = new MatcherSide(pairKindsAnsweredBy(kind).length > 0);
    this.sides.set(kind, side);
    return side;
  }

  private sum(of: (side: MatcherSide) => number): number {
    return [...this.sides.values()].reduce((total, side) => total + of(side), 0);
  }
}

interface Placed {
  readonly held: Held;
  readonly score: number;
}

/** The best, best first; equal scores by id. */
function bestOf(scored: Placed[], places: number): Placed[] {
  return scored.sort((a, b) => b.score - a.score || (a.held.id < b.held.id ? -1 : 1)).slice(0, places);
}
