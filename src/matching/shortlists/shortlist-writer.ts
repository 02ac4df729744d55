import { Injectable } from '@nestjs/common';
import { WORKER } from '../../common/actor';
import { Database } from '../../platform/database/database';
import { RecordSource } from '../corpus/record-source';
import type { RankedList, StoredCounts } from '../ranking/ranker';
import { type Shortlist, ShortlistRepository } from './shortlist.repository';

/** Brings ranked lists to the demands that they are for. */
@Injectable()
export class ShortlistWriter {
  constructor(
    private readonly database: Database,
    private readonly source: RecordSource,
    private readonly shortlists: ShortlistRepository,
  ) {}

  /** The lists as they are stored, without those of demands that may not be matched now. */
  async shortlistsOf(lists: readonly RankedList[]): Promise<Shortlist[]> {
    const ids = [...new Set(lists.map(({ demandId }) => demandId))];
    const demands = await this.database.as(WORKER, (tx) => this.source.demands(ids, tx));
    return lists.flatMap(({ pair, ...list }) => {
      const demand = demands.get(list.demandId);
      if (demand === undefined) return [];
      const { parkId, organisationId } = demand;
      return { ...list, pairKind: pair, demandParkId: parkId, demandOrganisationId: organisationId };
    });
  }

  async store(lists: readonly RankedList[], generation: number): Promise<StoredCounts> {
    const shortlists = await this.shortlistsOf(lists);
    await this.database.as(WORKER, (tx) => this.shortlists.replace(shortlists, generation, tx));
    const counts: StoredCounts = {};
    for (const { pairKind, entries } of shortlists) {
      const kind = (counts[pairKind] ??= { demands: 0, entries: 0 });
      kind.demands += 1;
      kind.entries += entries.count;
    }
    return counts;
  }
}
