import type { PairKind } from '../engine/pair-kind';
import type { ByScore } from '../engine/shard';
import type { MatchedKind } from '../../queues/job-catalogue';

/** One list to make: a demand in one of the kinds of pair that it asks in. */
export interface Asked {
  readonly demandId: string;
  readonly pair: PairKind;
}

/** A supply in a list; `points` in the order of the parts, null for one without data. */
export interface RankedSupply extends ByScore {
  readonly version: number;
  readonly points: readonly (number | null)[];
}

/** The list of a demand, best first, by a model's version. */
export interface RankedList extends Asked {
  readonly demandVersion: number;
  readonly model: number;
  readonly entries: readonly RankedSupply[];
}

export interface Supply {
  readonly kind: MatchedKind;
  readonly id: string;
}

/** Ranks over all records as they are committed at the time of the call, wherever they are held. */
export abstract class Ranker {
  /** The lists asked for, without those of demands that may not be matched now. */
  abstract rank(asked: readonly Asked[]): Promise<RankedList[]>;

  /** The stored lists, of those pairs, in which the supply has a place now. */
  abstract enteredBy(supply: Supply, pairs: readonly PairKind[]): Promise<Asked[]>;

  /** Waits for others no longer: what is asked now may fail, and its job is done by another worker. */
  abstract giveUp(): void;
}
