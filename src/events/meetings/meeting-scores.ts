import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../../common/actor';
import type { RecordIds, ScoredRecords } from '../../matching/scores/pair-scores.service';
import { PairScores } from '../../matching/scores/pair-scores.service';
import { NeedService } from '../../needs/need.service';
import { ProjectService } from '../../projects/project.service';
import type { GuestEntity } from '../guests/guest.entity';

/** What it is worth that one of the two asked to meet the other, in points of score; both asking is worth it twice. */
export const WISH_POINTS = 25;

/** What a meeting of two guests is worth, and the records that make it so. */
export interface MeetingWorth {
  score: number;
  pair: Pick<ScoredRecords, 'pairKind' | 'demandId' | 'supplyId'> | null;
}

/** What meetings of guests are worth: the best pair of their records, and their wishes. */
@Injectable()
export class MeetingScores {
  constructor(
    private readonly pairs: PairScores,
    private readonly needs: NeedService,
    private readonly projects: ProjectService,
  ) {}

  /** By {@link worthKey}; who neither fits nor asked is left out. Call it outside a transaction. */
  async of(
    hosts: readonly GuestEntity[],
    visitors: readonly GuestEntity[],
  ): Promise<Map<string, MeetingWorth>> {
    const [hostRecords, visitorRecords] = [await this.recordsOf(hosts), await this.recordsOf(visitors)];
    const [asked, offered] = [allOf(hostRecords), allOf(visitorRecords)];
    const best = bestByRecords([
      ...(await this.pairs.between(asked, offered)),
      ...(await this.pairs.between(offered, asked)),
    ]);
    const worths = new Map<string, MeetingWorth>();
    for (const host of hosts)
      for (const visitor of visitors) {
        const found = bestOf(idsOf(hostRecords.get(host.id)), idsOf(visitorRecords.get(visitor.id)), best);
        const wishes = [host.wishes.includes(visitor.id), visitor.wishes.includes(host.id)].filter(Boolean);
        const score = (found?.score ?? 0) + WISH_POINTS * wishes.length;
        if (score > 0) worths.set(worthKey(host.id, visitor.id), { score, pair: found ?? null });
      }
    return worths;
  }

  /** The records named for each guest; without any, what its organisation has published. */
  private async recordsOf(guests: readonly GuestEntity[]): Promise<Map<string, RecordIds>> {
    const records = new Map<string, RecordIds>();
    for (const { id, organisationId, needIds, projectIds, talentIds } of guests) {
      const named = { need: needIds, project: projectIds, talent: talentIds };
      const isNamed = idsOf(named).length > 0;
      records.set(id, isNamed || organisationId === null ? named : await this.published(organisationId));
    }
    return records;
  }

  private async published(organisation: string): Promise<RecordIds> {
    const query = {
      organisation,
      status: ['published' as const, 'engaged' as const],
      limit: 20,
      sort: 'updated' as const,
    };
    const needs = await this.needs.list(SYSTEM, query);
    const projects = await this.projects.list(SYSTEM, { ...query, status: ['published'] });
    return {
      need: needs.items.map(({ id }) => id),
      project: projects.items.map(({ id }) => id),
      talent: [],
    };
  }
}

export const worthKey = (hostId: string, visitorId: string): string => `${hostId} ${visitorId}`;

const idsOf = (records: RecordIds | undefined): string[] =>
  records ? [...records.need, ...records.project, ...records.talent] : [];

const allOf = (records: ReadonlyMap<string, RecordIds>): RecordIds => {
  const of = (kind: keyof RecordIds) => [...new Set([...records.values()].flatMap((ids) => ids[kind]))];
  return { need: of('need'), project: of('project'), talent: of('talent') };
};

function bestByRecords(scored: readonly ScoredRecords[]): Map<string, ScoredRecords> {
  const best = new Map<string, ScoredRecords>();
  for (const pair of scored)
    for (const key of [`${pair.demandId} ${pair.supplyId}`, `${pair.supplyId} ${pair.demandId}`])
      if (pair.score > (best.get(key)?.score ?? 0)) best.set(key, pair);
  return best;
}

function bestOf(
  ones: readonly string[],
  others: readonly string[],
  best: ReadonlyMap<string, ScoredRecords>,
): ScoredRecords | undefined {
  let found: ScoredRecords | undefined;
  for (const one of ones)
    for (const other of others) {
      const pair = best.get(`${one} ${other}`);
      if (pair && pair.score > (found?.score ?? 0)) found = pair;
    }
  return found;
}
