import { Injectable } from '@nestjs/common';
import { WORKER } from '../../common/actor';
import { Conflict, NotFound } from '../../common/errors';
import { Database } from '../../platform/database/database';
import { MATCHED_KINDS } from '../../queues/job-catalogue';
import type { MatchingRecord } from '../../records/matching-record';
import { pairKinds } from '../../taxonomy/match.vocabulary';
import { RecordSource, type SourceRecord } from '../corpus/record-source';
import { PAIR_SIDES } from '../engine/pair-kind';
import type { Pair } from './match.repository';

export interface PairSides {
  demand: SourceRecord;
  supply: SourceRecord;
}

/** The records behind pairs, read for whoever asks: what of them is told to whom is for the caller to decide. */
@Injectable()
export class PairRecords {
  constructor(
    private readonly database: Database,
    private readonly source: RecordSource,
  ) {}

  /** Records of both sides by id, whatever their status; one that was removed is missing. */
  async of(pairs: readonly Pair[]): Promise<Map<string, MatchingRecord>> {
    const sides = pairs.flatMap(({ pairKind, demandId, supplyId }) => {
      const { demand, supply } = pairKinds.get(pairKind);
      return [
        { kind: demand, id: demandId },
        { kind: supply, id: supplyId },
      ];
    });
    return this.database.as(WORKER, async (tx) => {
      const records = new Map<string, MatchingRecord>();
      for (const kind of MATCHED_KINDS) {
        const ids = [...new Set(sides.flatMap((side) => (side.kind === kind ? [side.id] : [])))];
        if (ids.length === 0) continue;
        for (const { record } of await this.source.find(kind, ids, tx)) records.set(record.id, record);
      }
      return records;
    });
  }

  /** Both sides whatever their status. @throws 404 MATCH.NO_SUCH_PAIR also for records that do not make such a pair */
  async require(pair: Pair): Promise<PairSides> {
    const kinds = pairKinds.get(pair.pairKind);
    const [demand, supply] = await this.database.as(WORKER, async (tx) => [
      ...(await this.source.find(kinds.demand, [pair.demandId], tx)),
      ...(await this.source.find(kinds.supply, [pair.supplyId], tx)),
    ]);
    if (!demand || !supply || demand.read().kind !== PAIR_SIDES[pair.pairKind].demand) throw noSuchPair();
    return { demand, supply };
  }

  /** @throws 409 MATCH.RECORD_GONE unless both sides are on offer today */
  requireOnOffer({ demand, supply }: PairSides): void {
    if (![demand, supply].every(({ record }) => this.source.isMatchable(record)))
      throw new Conflict('MATCH.RECORD_GONE', 'A record of the pair is not on offer any more');
  }
}

export const noSuchPair = () => new NotFound('MATCH.NO_SUCH_PAIR', 'There is no such pair of records');
