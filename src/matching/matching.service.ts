import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { WORKER } from '../common/actor';
import { Database } from '../platform/database/database';
import type { MatchedKind } from '../queues/job-catalogue';
import { Corpus } from './corpus/corpus';
import { FeatureService } from './corpus/feature.service';
import { RecordSource } from './corpus/record-source';
import type { Matcher } from './engine/matcher';
import {
  PAIR_SIDES,
  pairKindsAnsweredBy,
  pairKindsAskedBy,
  type PairKind,
  type RecordKind,
} from './engine/pair-kind';
import { shortlistOf } from './shortlists/shortlist-of';
import { SHORTLIST_LENGTH, type Shortlist, ShortlistRepository } from './shortlists/shortlist.repository';

/** The kinds of record that the engine tells apart within a stored kind. */
const ENGINE_KINDS: Record<MatchedKind, readonly RecordKind[]> = {
  need: ['technology-need', 'hiring-need'],
  project: ['project'],
  talent: ['talent'],
};

interface Asked {
  demandId: string;
  pair: PairKind;
}

/** Keeps every shortlist true to the records. */
@Injectable()
export class MatchingService {
  constructor(
    private readonly database: Database,
    private readonly features: FeatureService,
    private readonly corpus: Corpus,
    private readonly source: RecordSource,
    private readonly shortlists: ShortlistRepository,
  ) {}

  /**
   * Follows a change of one record: its own shortlists as a demand, and as a supply those that it can enter or held
   * a place in. `done` takes part in the transaction that stores the shortlists.
   */
  async matchRecord(
    kind: MatchedKind,
    id: string,
    done: (tx: EntityManager) => Promise<void>,
  ): Promise<void> {
    const alive = await this.features.refresh(kind, id);
    const generation = await this.database.as(WORKER, (tx) => this.shortlists.nextGeneration(tx));
    const matcher = await this.corpus.catchUp();
    const asked = await this.affectedBy(kind, id, matcher);
    const lists = await this.rankAll(asked, matcher);
    await this.database.as(WORKER, async (tx) => {
      if (!alive) await this.shortlists.remove(id, tx);
      await this.shortlists.replace(lists, generation, tx);
      await done(tx);
    });
  }

  /** The shortlists of the demands named, as they are now; demands that may not be matched are left out. */
  async rankAll(asked: readonly Asked[], matcher: Matcher): Promise<Shortlist[]> {
    const ids = [...new Set(asked.map(({ demandId }) => demandId))];
    const demands = await this.database.as(WORKER, (tx) => this.source.demands(ids, tx));
    return asked.flatMap(({ demandId, pair }) => {
      const demand = demands.get(demandId);
      return demand ? [shortlistOf(demand, pair, matcher)] : [];
    });
  }

  private async affectedBy(kind: MatchedKind, id: string, matcher: Matcher): Promise<Asked[]> {
    const kinds = ENGINE_KINDS[kind];
    const own = kinds
      .flatMap(pairKindsAskedBy)
      .filter((pair) => matcher.holds(PAIR_SIDES[pair].demand, id))
      .map((pair): Asked => ({ demandId: id, pair }));
    const held = await this.database.as(WORKER, (tx) => this.shortlists.demandsHolding(id, tx));
    const entered = await Promise.all(
      kinds.flatMap(pairKindsAnsweredBy).map((pair) => this.enteredBy(id, pair, matcher)),
    );
    const asked = [
      ...own,
      ...held.map(({ demandId, pairKind }): Asked => ({ demandId, pair: pairKind })),
      ...entered.flat(),
    ];
    return [...new Map(asked.map((one) => [`${one.demandId} ${one.pair}`, one])).values()];
  }

  /** Demands in whose shortlist the supply now has a place. */
  private async enteredBy(supplyId: string, pair: PairKind, matcher: Matcher): Promise<Asked[]> {
    const lasts = await this.database.as(WORKER, (tx) =>
      this.shortlists.thresholds(pair, SHORTLIST_LENGTH, tx),
    );
    return matcher
      .demandsFor(supplyId, pair)
      .filter(({ id, score }) => score >= (lasts.get(id) ?? 0))
      .map(({ id }) => ({ demandId: id, pair }));
  }
}
