import type { RecordFeatures } from './features';
import type { Steps } from './index/pace';
import { type Held, MatcherSide } from './matcher-side';
import type { Model } from './model';
import { PAIR_SIDES, pairKindsAnsweredBy, type PairKind, type RecordKind } from './pair-kind';
import { DemandCriteria, valueOfFacts } from './score/demand-criteria';
import { stageOne } from './score/index-view';
import { PairScorer } from './score/pair-scorer';
import type { PartNumbers } from './score/part-values';
import { Places } from './score/places';
import { type WeighedRecord, weighRecord } from './score/weigh-record';
import { type ByScore, byScore } from './shard';
import { EMPTY_VECTOR } from './sparse-vector';

/** A record with the version its features were made from. */
export interface MatcherRecord {
  readonly id: string;
  readonly version: number;
  readonly features: RecordFeatures;
}

/** A supply in a demand's list, with the score and points that `scorePair` gives. */
export interface Ranked extends ByScore {
  readonly version: number;
  /** In the order of the parts; null for one without data. */
  readonly points: readonly (number | null)[];
}

/**
 * How many candidates stage 1 hands to stage 2 at first for a list of so many places: a few more where it knows the whole
 * score but for caps and rounding, many where it does not know the meaning part.
 */
const firstPool = (places: number, isWhole: boolean): number =>
  isWhole ? Math.ceil(1.25 * places) : Math.max(500, 10 * places);
/** While the list might miss somebody, so many times more are looked at, up to the most that a full list is worth. */
const WIDENING = 4;
const MOST_CANDIDATES = 8000;
const NOBODY = new Float64Array(0);

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
    return this.find(id)?.version;
  }

  /** The embedding model whose vector is held of a record. */
  embeddedBy(id: string): string | undefined {
    return this.find(id)?.weighed.features.embedding?.model;
  }

  /** Adds a record or replaces it, unless a newer version is held. */
  upsert({ id, version, features }: MatcherRecord): void {
    const side = this.sideOf(features.kind);
    if ((side.get(id)?.version ?? version) > version) return;
    // What is weighed is not looked at again, and is half of what a record takes.
    const weighed = weighRecord(features, this.model);
    side.put(id, version, { ...weighed, features: { ...features, text: EMPTY_VECTOR, tags: EMPTY_VECTOR } });
  }

  remove(id: string): void {
    for (const side of this.sides.values()) side.delete(id);
  }

  /** Builds the indexes, which otherwise the first questions build, or brings them into order after changes; in steps. */
  *indexing(): Steps<void> {
    for (const side of this.sides.values()) yield* side.indexing();
  }

  /**
   * The best `places` supplies for a demand, best first, equal scores by id; failed musts are left out. Where others have
   * `taken` places with these scores, only those that still have one beside them. RangeError for features of another kind or
   * pipeline.
   */
  rank(demand: RecordFeatures, pair: PairKind, places: number, taken: Float64Array = NOBODY): Ranked[] {
    const side = this.sides.get(PAIR_SIDES[pair].supply);
    if (side === undefined) return [];
    const asking = weighRecord(demand, this.model);
    return this.select(side, asking, pair, places, taken);
  }

  /** The demands held that a supply could serve, with the pair's score, in no order, scored as they are asked for. */
  *demandsFor(supply: RecordFeatures, pair: PairKind): Generator<ByScore, void> {
    const asking = this.sides.get(PAIR_SIDES[pair].demand);
    if (asking === undefined) return;
    const scorer = new PairScorer(weighRecord(supply, this.model), this.model.weightsOf(pair));
    for (const { id, weighed } of asking.records()) {
      const criteria = valueOfFacts(weighed.features.requirements, supply.facts);
      const score = criteria === undefined ? 0 : scorer.scoreOf(scorer.valuesOf(weighed, criteria));
      if (score > 0) yield { id, score };
    }
  }

  /**
   * Scores candidates in the order of stage 1 while the next may still have a place, and widens the pool until nobody outside
   * it can.
   */
  private select(
    side: MatcherSide,
    asking: WeighedRecord,
    pair: PairKind,
    count: number,
    taken: Float64Array,
  ): Ranked[] {
    const weights = this.model.weightsOf(pair);
    const required = new DemandCriteria(asking.features.requirements, side.codes);
    const stage = stageOne(asking, required, weights);
    const scorer = new PairScorer(asking, weights);
    let pool = this.poolFor(count, stage.isWhole);
    for (;;) {
      const places = new Places(count, taken);
      const scored: Placed[] = [];
      const { hits, bound } = side.candidates(stage, pool);
      const mayEnter = (stageOneScore: number): boolean => stage.mostFullScore(stageOneScore) >= places.least;
      for (const { id, score: stageOneScore } of hits) {
        if (!mayEnter(stageOneScore)) break;
        const held = side.get(id)!;
        const criteria = required.valueOf(held.codes, held.weighed.features.facts);
        if (criteria === undefined) continue;
        const values = scorer.valuesOf(held.weighed, criteria);
        const score = scorer.scoreOf(values);
        if (score > 0 && places.take(score)) scored.push({ id, version: held.version, values, score });
      }
      const isFull = places.least > 0;
      if (!mayEnter(bound) || pool >= side.size || (isFull && pool >= MOST_CANDIDATES))
        return scored
          .filter(({ score }) => score >= places.least)
          .sort(byScore)
          .slice(0, count)
          .map(({ id, version, score, values }) => ({ id, version, score, points: scorer.pointsOf(values) }));
      pool *= WIDENING;
    }
  }

  private find(id: string): Held | undefined {
    for (const side of this.sides.values()) {
      const held = side.get(id);
      if (held !== undefined) return held;
    }
    return undefined;
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

interface Placed extends ByScore {
  readonly version: number;
  readonly values: PartNumbers;
}
