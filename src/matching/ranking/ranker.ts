import type { PairKind } from '../engine/pair-kind';
import type { MatchedKind } from '../../queues/job-catalogue';
import type { RankedRows } from './ranked-rows';

/** One list to make: a demand in one of the kinds of pair that it asks in. */
export interface Asked {
  readonly demandId: string;
  readonly pair: PairKind;
}

export const keyOf = ({ demandId, pair }: Asked): string => `${demandId} ${pair}`;

/** The list of a demand, best first, by a model's version. */
export interface RankedList extends Asked {
  readonly demandVersion: number;
  readonly model: number;
  readonly entries: RankedRows;
}

/** How many lists were stored, and how many entries they have. */
export type StoredCounts = Partial<Record<PairKind, { demands: number; entries: number }>>;

export interface Supply {
  readonly kind: MatchedKind;
  readonly id: string;
}

/** Ranks over all records as they are committed at the time of the call, wherever they are held. */
export abstract class Ranker {
  /** The lists asked for, without those of demands that may not be matched now. */
  abstract rank(asked: readonly Asked[]): Promise<RankedList[]>;

  /** Stores them as of `generation` where they are made. */
  abstract rankAndStore(asked: readonly Asked[], generation: number): Promise<StoredCounts>;

  /** The stored lists, of those pairs, in which the supply has a place now. */
  abstract enteredBy(supply: Supply, pairs: readonly PairKind[]): Promise<Asked[]>;

  /** Waits for others no longer: what is asked now may fail, and its job is done by another worker. */
  abstract giveUp(): void;
}
