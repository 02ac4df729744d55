import { setImmediate } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { WORKER } from '../../common/actor';
import { Database } from '../../platform/database/database';
import { MATCHED_KINDS, type MatchedKind } from '../../queues/job-catalogue';
import type { PairKind } from '../../taxonomy/match.vocabulary';
import { RecordSource, type SourceRecord } from '../corpus/record-source';
import { Embeddings } from '../embeddings/embeddings.service';
import { featurise } from '../engine/features';
import type { Model } from '../engine/model';
import { findPairKind } from '../engine/pair-kind';
import { scoreWeighed } from '../engine/score/score-pair';
import { type WeighedRecord, weighRecord } from '../engine/score/weigh-record';
import { TAG_TREE } from '../engine-vocabulary';
import { ModelService } from '../models/model.service';

export type RecordIds = Readonly<Record<MatchedKind, readonly string[]>>;

export interface ScoredRecords {
  pairKind: PairKind;
  demandId: string;
  supplyId: string;
  /** 0 to 100 */
  score: number;
}

/** Scores every pair of two groups of records, whether a shortlist holds it or not; no index is needed. */
@Injectable()
export class PairScores {
  constructor(
    private readonly database: Database,
    private readonly source: RecordSource,
    private readonly models: ModelService,
    private readonly embeddings: Embeddings,
  ) {}

  /**
   * Pairs that may be matched today and fail no must. Call it outside a transaction: it takes some tens of microseconds a
   * pair, and lets others have their turn between demands.
   * @throws 404 MATCH.NO_MODEL
   */
  async between(demands: RecordIds, supplies: RecordIds): Promise<ScoredRecords[]> {
    const model = await this.models.getCurrent();
    const read = async (ids: RecordIds) =>
      (await this.read(ids, model)).map(({ id, features }) => ({
        id,
        weighed: weighRecord(features, model),
      }));
    const [asking, answering] = [await read(demands), await read(supplies)];
    const scored: ScoredRecords[] = [];
    for (const demand of asking) {
      for (const supply of answering) {
        if (kindOf(demand.weighed, supply.weighed) === undefined) continue;
        const { pair, score, excludedBy } = scoreWeighed(demand.weighed, supply.weighed, model);
        if (!excludedBy) scored.push({ pairKind: pair, demandId: demand.id, supplyId: supply.id, score });
      }
      await setImmediate();
    }
    return scored;
  }

  private read(ids: RecordIds, { values }: Model) {
    return this.database.as(WORKER, async (tx) => {
      const records: SourceRecord[] = [];
      for (const kind of MATCHED_KINDS)
        if (ids[kind].length > 0) records.push(...(await this.source.get(kind, ids[kind], tx)));
      const read = records.map((source) => {
        const record = source.read();
        return { record, features: featurise(record, TAG_TREE) };
      });
      const embedded = await this.embeddings.attach(read, values.embeddings, tx);
      return embedded.map(({ features }, i) => ({ id: records[i]!.record.id, features }));
    });
  }
}

const kindOf = (demand: WeighedRecord, supply: WeighedRecord) =>
  findPairKind(demand.features.kind, supply.features.kind);
