import { Injectable } from '@nestjs/common';
import { WORKER } from '../../common/actor';
import { Slices } from '../../common/slices';
import { Database } from '../../platform/database/database';
import { Corpus } from '../corpus/corpus';
import { decodeFeatures } from '../engine/features-codec';
import { PAIR_SIDES, type PairKind } from '../engine/pair-kind';
import { FeatureRepository } from '../features/feature.repository';
import { SHORTLIST_LENGTH, ShortlistRepository } from '../shortlists/shortlist.repository';
import { ShortlistWriter } from '../shortlists/shortlist-writer';
import { RankedRows } from './ranked-rows';
import { type Asked, keyOf, type RankedList, Ranker, type StoredCounts, type Supply } from './ranker';

const NOBODY = new RankedRows(Buffer.alloc(0));

/** Ranks over the records that this process holds: all, or its shard. */
@Injectable()
export class HeldRecordsRanker extends Ranker {
  constructor(
    private readonly database: Database,
    private readonly features: FeatureRepository,
    private readonly corpus: Corpus,
    private readonly shortlists: ShortlistRepository,
    private readonly writer: ShortlistWriter,
  ) {
    super();
  }

  /** `earlier`: the same lists as other shards made them of theirs, which those held here are to be added to. */
  async rank(asked: readonly Asked[], earlier: readonly RankedList[] = []): Promise<RankedList[]> {
    const matcher = await this.corpus.catchUp();
    const model = matcher.model.version;
    const demands = await this.demandsOf(asked);
    const others = new Map(earlier.map((list) => [keyOf(list), list]));
    const slices = new Slices();
    const lists: RankedList[] = [];
    for (const one of asked) {
      const demand = demands.get(one.demandId);
      if (demand?.features.kind !== PAIR_SIDES[one.pair].demand) continue;
      const other = others.get(keyOf(one));
      if (other !== undefined && other.model !== model) throw new ModelsDiffer();
      const taken = other?.entries ?? NOBODY;
      const ranked = matcher.rank(demand.features, one.pair, SHORTLIST_LENGTH, taken.scores);
      lists.push({
        ...one,
        // Of a demand that changes at this moment the older version counts, so that the newer is not taken for done.
        demandVersion: Math.min(demand.version, other?.demandVersion ?? Infinity),
        model,
        entries: taken.merge(RankedRows.of(ranked), SHORTLIST_LENGTH),
      });
      if (slices.isOver) await slices.next();
    }
    return lists;
  }

  async rankAndStore(asked: readonly Asked[], generation: number): Promise<StoredCounts> {
    return this.writer.store(await this.rank(asked), generation);
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

/** The current model changed between two shards' answers; asked again, all have the new one. */
class ModelsDiffer extends Error {}
