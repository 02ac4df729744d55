import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, WORKER } from '../../common/actor';
import { NotFound } from '../../common/errors';
import { Database } from '../../platform/database/database';
import type { MatchingRecord } from '../../records/matching-record';
import { pairKinds, type PairKind } from '../../taxonomy/match.vocabulary';
import { cardOf } from '../cards/record-card';
import { RecordSource } from '../corpus/record-source';
import type { MatchEntity } from '../review/match.entity';
import { MatchRepository } from '../review/match.repository';
import { Protection, type Protected } from '../sharing/protection';
import { type Entry, entriesOf, median, medianParts } from './entries';
import type { ShortlistEntity } from './shortlist.entity';
import { ShortlistRepository } from './shortlist.repository';
import type { ShortlistEntryView, ShortlistView } from './shortlist.schema';

/** A demand's shortlist as its park's officers review it. */
@Injectable()
export class ShortlistService {
  constructor(
    private readonly database: Database,
    private readonly shortlists: ShortlistRepository,
    private readonly source: RecordSource,
    private readonly matches: MatchRepository,
    private readonly protection: Protection,
  ) {}

  /**
   * The list as it can be acted on now: what was withdrawn, has expired or was declined in this version is left out at
   * once, whatever the stored list says.
   * @throws 404 MATCH.NO_SHORTLIST while nothing has been matched, and for a demand of another park
   */
  async get(actor: Actor, demandId: string, pairKind: PairKind): Promise<ShortlistView> {
    const stored = await this.database.as(actor, async (tx) => {
      const list = await this.shortlists.find(demandId, pairKind, tx);
      return list && { list, matches: await this.matches.ofDemand(demandId, pairKind, tx) };
    });
    if (stored === null) throw noShortlist();
    return this.database.as(WORKER, async (tx) => {
      const demand = (await this.source.demands([demandId], tx)).get(demandId);
      if (demand === undefined) throw noShortlist();
      return this.compose(actor, demand, stored.list, stored.matches, tx);
    });
  }

  private async compose(
    actor: Actor,
    demand: MatchingRecord,
    list: ShortlistEntity,
    matches: readonly MatchEntity[],
    tx: EntityManager,
  ): Promise<ShortlistView> {
    const { supply } = pairKinds.get(list.pairKind);
    const supplies = new Map(
      (await this.source.get(supply, list.supplyIds, tx)).map(({ record }) => [record.id, record]),
    );
    const acted = new Map(matches.map((match) => [match.supplyId, match]));
    const protectedFor = await this.protection.of(demand, list.supplyIds, tx);
    const alive = entriesOf(list).filter(({ supplyId }) => {
      const record = supplies.get(supplyId);
      return record !== undefined && !isDeclinedAsItIs(acted.get(supplyId), demand, record);
    });
    return {
      demand: cardOf(actor, demand),
      pairKind: list.pairKind,
      model: list.model,
      outdated: list.demandVersion !== demand.version,
      updatedAt: list.updatedAt.toISOString(),
      median: median(alive.map(({ score }) => score)),
      medianParts: medianParts(alive),
      entries: alive.map((entry, at) => {
        const record = supplies.get(entry.supplyId) as MatchingRecord;
        return entryView(actor, at + 1, entry, record, acted.get(record.id), protectedFor.get(record.id));
      }),
    };
  }
}

const noShortlist = () => new NotFound('MATCH.NO_SHORTLIST', 'There is no shortlist for this demand yet');

/** A declined pair comes back only when one of its records has changed. */
const isDeclinedAsItIs = (
  match: MatchEntity | undefined,
  demand: MatchingRecord,
  supply: MatchingRecord,
): boolean =>
  match?.stage === 'declined' &&
  match.demandVersion === demand.version &&
  match.supplyVersion === supply.version;

const entryView = (
  actor: Actor,
  rank: number,
  entry: Entry,
  supply: MatchingRecord,
  match: MatchEntity | undefined,
  protection: Protected | undefined,
): ShortlistEntryView => ({
  rank,
  supply: cardOf(actor, supply),
  score: entry.score,
  parts: entry.parts,
  outdated: entry.supplyVersion !== supply.version,
  match: match ? { id: match.id, code: match.code, stage: match.stage, version: match.version } : null,
  changedSinceDeclined: match?.stage === 'declined',
  protection: protection ?? null,
});
