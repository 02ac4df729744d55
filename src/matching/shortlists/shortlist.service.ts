import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, WORKER } from '../../common/actor';
import { NotFound } from '../../common/errors';
import { Database } from '../../platform/database/database';
import type { MatchingRecord } from '../../records/matching-record';
import { pairKinds, type PairKind } from '../../taxonomy/match.vocabulary';
import { cardOf, type RecordCard } from '../cards/record-card';
import { RecordDisclosure } from '../cards/record-disclosure';
import { RecordSource } from '../corpus/record-source';
import { fitPercent } from '../engine/score/fit-of-score';
import { ModelService } from '../models/model.service';
import type { MatchEntity } from '../review/match.entity';
import { MatchRepository } from '../review/match.repository';
import { Protection, type Protected } from '../sharing/protection';
import { SharingOutlooks, type SharingOutlook } from '../sharing/sharing-outlook';
import { entriesOf, median, medianParts } from './entries';
import type { ShortlistEntity } from './shortlist.entity';
import { ShortlistRepository } from './shortlist.repository';
import type { ShortlistView } from './shortlist.schema';

/** A demand's shortlist as its park's officers review it. */
@Injectable()
export class ShortlistService {
  constructor(
    private readonly database: Database,
    private readonly shortlists: ShortlistRepository,
    private readonly source: RecordSource,
    private readonly matches: MatchRepository,
    private readonly protection: Protection,
    private readonly outlooks: SharingOutlooks,
    private readonly disclosure: RecordDisclosure,
    private readonly models: ModelService,
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
    const read = await this.database.as(WORKER, (tx) => this.read(demandId, stored.list, tx));
    const disclosures = await this.disclosure.of(actor, [read.demand, ...read.supplies.values()]);
    const model = await this.models.get(stored.list.model);
    return compose({
      ...stored,
      ...read,
      card: (record) => cardOf(actor, record, disclosures.get(record.id)),
      fitOf: (score) => fitPercent(score, pairKind, model),
    });
  }

  /** The records of the list that may be matched today, and which supplies another park has recommended first. */
  private async read(demandId: string, list: ShortlistEntity, tx: EntityManager) {
    const demand = (await this.source.demands([demandId], tx)).get(demandId);
    if (demand === undefined) throw noShortlist();
    const found = await this.source.get(pairKinds.get(list.pairKind).supply, list.supplyIds, tx);
    const supplies = new Map(found.map(({ record }) => [record.id, record]));
    const protectedFor = await this.protection.of(demand, list.supplyIds, tx);
    const sharing = await this.outlooks.of(demand, [...supplies.values()], protectedFor, tx);
    return { demand, supplies, protectedFor, sharing };
  }
}

interface Read {
  list: ShortlistEntity;
  matches: readonly MatchEntity[];
  demand: MatchingRecord;
  supplies: ReadonlyMap<string, MatchingRecord>;
  protectedFor: ReadonlyMap<string, Protected>;
  sharing: ReadonlyMap<string, SharingOutlook>;
  card: (record: MatchingRecord) => RecordCard;
  fitOf: (score: number) => number | null;
}

function compose({
  list,
  matches,
  demand,
  supplies,
  protectedFor,
  sharing,
  card,
  fitOf,
}: Read): ShortlistView {
  const acted = new Map(matches.map((match) => [match.supplyId, match]));
  const alive = entriesOf(list).flatMap((entry) => {
    const supply = supplies.get(entry.supplyId);
    return supply && !isDeclinedAsItIs(acted.get(supply.id), demand, supply) ? [{ entry, supply }] : [];
  });
  const entries = alive.map(({ entry }) => entry);
  return {
    demand: card(demand),
    pairKind: list.pairKind,
    model: list.model,
    outdated: list.demandVersion !== demand.version,
    updatedAt: list.updatedAt.toISOString(),
    changed: changesOf(list),
    median: median(entries.map(({ score }) => score)),
    medianParts: medianParts(entries),
    entries: alive.map(({ entry, supply }, at) => ({
      rank: at + 1,
      supply: card(supply),
      score: entry.score,
      fit: fitOf(entry.score),
      parts: entry.parts,
      outdated: entry.supplyVersion !== supply.version,
      ...actedView(acted.get(supply.id)),
      previousRank: placeIn(list.previousIds, supply.id),
      sharing: sharing.get(supply.id) as SharingOutlook,
      protection: protectedFor.get(supply.id) ?? null,
    })),
  };
}

const placeIn = (ids: readonly string[], id: string): number | null => {
  const at = ids.indexOf(id);
  return at === -1 ? null : at + 1;
};

function changesOf({ supplyIds, previousIds, changedAt }: ShortlistEntity): ShortlistView['changed'] {
  if (changedAt === null || previousIds.length === 0) return null;
  const [now, before] = [new Set(supplyIds), new Set(previousIds)];
  return {
    at: changedAt.toISOString(),
    entered: supplyIds.filter((id) => !before.has(id)).length,
    left: previousIds.filter((id) => !now.has(id)).length,
  };
}

const actedView = (match: MatchEntity | undefined) => ({
  match: match ? { id: match.id, code: match.code, stage: match.stage, version: match.version } : null,
  changedSinceDeclined: match?.stage === 'declined',
});

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
