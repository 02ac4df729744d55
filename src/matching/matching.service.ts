import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { WORKER } from '../common/actor';
import { Database } from '../platform/database/database';
import type { MatchedKind } from '../queues/job-catalogue';
import { FeatureService } from './corpus/feature.service';
import { pairKindsAnsweredBy, pairKindsAskedBy, type RecordKind } from './engine/pair-kind';
import { type Asked, Ranker } from './ranking/ranker';
import { ShortlistRepository } from './shortlists/shortlist.repository';
import { ShortlistWriter } from './shortlists/shortlist-writer';

/** The kinds of record that the engine tells apart within a stored kind. */
const ENGINE_KINDS: Record<MatchedKind, readonly RecordKind[]> = {
  need: ['technology-need', 'hiring-need'],
  project: ['project'],
  talent: ['talent'],
};

/** Keeps every shortlist true to the records. */
@Injectable()
export class MatchingService {
  constructor(
    private readonly database: Database,
    private readonly features: FeatureService,
    private readonly ranker: Ranker,
    private readonly writer: ShortlistWriter,
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
    const ranked = await this.ranker.rank(await this.affectedBy(kind, id));
    const lists = await this.writer.shortlistsOf(ranked);
    await this.database.as(WORKER, async (tx) => {
      if (!alive) await this.shortlists.remove(id, tx);
      await this.shortlists.replace(lists, generation, tx);
      await done(tx);
    });
  }

  private async affectedBy(kind: MatchedKind, id: string): Promise<Asked[]> {
    const kinds = ENGINE_KINDS[kind];
    const own = kinds.flatMap(pairKindsAskedBy).map((pair): Asked => ({ demandId: id, pair }));
    const held = await this.database.as(WORKER, (tx) => this.shortlists.demandsHolding(id, tx));
    const entered = await this.ranker.enteredBy({ kind, id }, kinds.flatMap(pairKindsAnsweredBy));
    const asked = [
      ...own,
      ...held.map(({ demandId, pairKind }): Asked => ({ demandId, pair: pairKind })),
      ...entered,
    ];
    return [...new Map(asked.map((one) => [`${one.demandId} ${one.pair}`, one])).values()];
  }
}
