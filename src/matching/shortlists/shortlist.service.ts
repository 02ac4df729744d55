import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { type Actor, WORKER } from '../../common/actor';
import { NotFound } from '../../common/errors';
import { ConsentService } from '../../identity/consent/consent.service';
import { Database } from '../../platform/database/database';
import type { RecordLine } from '../../records/matching-record';
import { pairKinds, type PairKind } from '../../taxonomy/match.vocabulary';
import { cardOf, type RecordCard } from '../cards/record-card';
import { disclosureTold, personOf, personsOf } from '../cards/record-disclosure';
import { RecordSource } from '../corpus/record-source';
import { fitPercent } from '../engine/score/fit-of-score';
import { ModelService } from '../models/model.service';
import type { MatchEntity } from '../review/match.entity';
import { MatchRepository } from '../review/match.repository';
import { Protection, type Protected } from '../sharing/protection';
import { outlookOf, type SharingOutlook } from '../sharing/sharing-outlook';
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
    private readonly consents: ConsentService,
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
    const model = await this.models.get(stored.list.model);
    return compose({
      ...stored,
      ...read,
      card: (record) => cardOf(actor, record, disclosureTold(actor, record, read.named)),
      fitOf: (score) => fitPercent(score, pairKind, model),
    });
  }

  /** The records of the list that may be matched today, and which supplies another park has recommended first. */
  private async read(demandId: string, list: ShortlistEntity, tx: EntityManager) {
    const kinds = pairKinds.get(list.pairKind);
    const [demand] = await this.source.lines(kinds.demand, [demandId], tx);
    if (demand === undefined) throw noShortlist();
    const found = await this.source.lines(kinds.supply, list.supplyIds, tx);
    const protectedFor = await this.protection.of(demand, list.supplyIds, tx);
    const standing = await this.consents.standingOf(personsOf([demand, ...found]), tx);
    const named = new Set([...standing.keys()].filter((id) => standing.get(id)?.given.includes('matching')));
    const outlook = (supply: RecordLine) =>
      outlookOf(demand, supply, protectedFor.has(supply.id), standing.get(personOf(supply) ?? ''));
    return { demand, supplies: new Map(found.map((line) => [line.id, line])), protectedFor, named, outlook };
  }
}

interface Read {
  list: ShortlistEntity;
  matches: readonly MatchEntity[];
  demand: RecordLine;
  supplies: ReadonlyMap<string, RecordLine>;
  protectedFor: ReadonlyMap<string, Protected>;
  outlook: (supply: RecordLine) => SharingOutlook;
  card: (record: RecordLine) => RecordCard;
  fitOf: (score: number) => number | null;
}

function compose({
  list,
  matches,
  demand,
  supplies,
  protectedFor,
  outlook,
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
      sharing: outlook(supply),
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
const isDeclinedAsItIs = (match: MatchEntity | undefined, demand: RecordLine, supply: RecordLine): boolean =>
  match?.stage === 'declined' &&
  match.demandVersion === demand.version &&
  match.supplyVersion === supply.version;
