import { Injectable } from '@nestjs/common';
import { WORKER } from '../../common/actor';
import { Slices } from '../../common/slices';
import { Database } from '../../platform/database/database';
import { Corpus } from '../corpus/corpus';
import { decodeFeatures } from '../engine/features-codec';
import { PAIR_SIDES, type PairKind } from '../engine/pair-kind';
import { FeatureRepository } from '../features/feature.repository';
import { SHORTLIST_LENGTH, ShortlistRepository } from '../shortlists/shortlist.repository';
import { type Asked, type RankedList, Ranker, type Supply } from './ranker';

/** Ranks over the records that this process holds: all, or its shard. */
@Injectable()
export class HeldRecordsRanker extends Ranker {
  constructor(
    private readonly database: Database,
    private readonly features: FeatureRepository,
    private readonly corpus: Corpus,
    private readonly shortlists: ShortlistRepository,
  ) {
    super();
  }

  async rank(asked: readonly Asked[]): Promise<RankedList[]> {
    const matcher = await this.corpus.catchUp();
    const demands = await this.demandsOf(asked);
    const slices = new Slices();
    const lists: RankedList[] = [];
    for (const { demandId, pair } of asked) {
      const demand = demands.get(demandId);
      if (demand?.features.kind !== PAIR_SIDES[pair].demand) continue;
      const entries = matcher.rank(demand.features, pair, SHORTLIST_LENGTH).map(({ parts, ...ranked }) => ({
        ...ranked,
        points: parts.map(({ value, points }) => (value === null ? null : points)),
      }));
      lists.push({ demandId, pair, demandVersion: demand.version, model: matcher.model.version, entries });
      if (slices.isOver) await slices.next();
    }
    return lists;
  }

  async enteredBy({ kind, id }: Supply, pairs: readonly PairKind[]): Promise<Asked[]> {
    const matcher = await this.corpus.catchUp();
    const { row, lasts } = await this.database.as(WORKER, async (tx) => ({
      row: await this.features.find(kind, id, tx),
      lasts: await this.shortlists.lastScores(pairs, SHORTLIST_LENGTH, tx),
    }));
    if (!row?.features) return [];
    const supply = decodeFeatures(row.features);
    const slices = new Slices();
    const entered: Asked[] = [];
    for (const pair of pairs)
      for (const { id: demandId, score } of matcher.demandsFor(supply, pair)) {
        if (score >= (lasts.get(pair)?.get(demandId) ?? 0)) entered.push({ demandId, pair });
        if (slices.isOver) await slices.next();
      }
    return entered;
  }

  giveUp(): void {
    // Nobody else is asked.
  }

  private async demandsOf(asked: readonly Asked[]) {
    const ids = [...new Set(asked.map(({ demandId }) => demandId))];
    const rows = await this.database.as(WORKER, (tx) => this.features.findDemands(ids, tx));
    return new Map(
      rows.map(({ recordId, recordVersion, features }) => [
        recordId,
        { version: recordVersion, features: decodeFeatures(features) },
      ]),
    );
  }
}
