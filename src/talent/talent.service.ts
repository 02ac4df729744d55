import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../common/actor';
import type { Page } from '../common/page';
import { Database } from '../platform/database/database';
import { expireDue } from '../records/expiry';
import { forMatching, type MatchingRecord, type RecordVersion } from '../records/matching-record';
import type { MoveRequest } from '../records/move-changes';
import type { Provenance } from '../records/new-record';
import { RecordDesk } from '../records/record-desk';
import { RecordList } from '../records/record-list';
import { TalentIntake } from './talent-intake';
import { TalentPresenter } from './talent-presenter';
import type { TalentEntity } from './talent.entity';
import { TalentRepository } from './talent.repository';
import type { CreateTalent, EditTalent, TalentDetails, TalentQuery } from './talent.schema';
import type { TalentView } from './talent.view';

/** A talent as matching reads it: no name, no contact. */
export type TalentForMatching = MatchingRecord<TalentDetails> & Pick<TalentEntity, 'tier' | 'personId'>;

@Injectable()
export class TalentService {
  constructor(
    private readonly database: Database,
    private readonly talents: TalentRepository,
    private readonly desk: RecordDesk,
    private readonly lists: RecordList,
    private readonly intake: TalentIntake,
    private readonly presenter: TalentPresenter,
  ) {}

  /** Takes a profile in, as a draft unless `provenance` says to publish and the actor may. */
  create(
    actor: Actor,
    input: CreateTalent,
    provenance: Provenance = {},
    within?: EntityManager,
  ): Promise<TalentView> {
    const work = async (tx: EntityManager) => {
      const content = await this.intake.contentOf(actor, input, provenance.sampleSet ?? null, tx);
      const [talent] = await this.desk.create(actor, this.talents, [content], provenance, tx);
      return this.presenter.view(actor, talent as TalentEntity, tx);
    };
    return within ? work(within) : this.database.as(actor, work);
  }

  edit(actor: Actor, id: string, version: number, input: EditTalent): Promise<TalentView> {
    return this.database.as(actor, async (tx) => {
      const change = (before: TalentEntity) => this.intake.changes(before, input, tx);
      return this.presenter.view(
        actor,
        await this.desk.edit(actor, this.talents, id, version, change, tx),
        tx,
      );
    });
  }

  move(actor: Actor, id: string, version: number, request: MoveRequest): Promise<TalentView> {
    return this.database.as(actor, async (tx) =>
      this.presenter.view(
        actor,
        await this.desk.move(actor, this.talents, id, { ...request, version }, tx),
        tx,
      ),
    );
  }

  get(actor: Actor, id: string): Promise<TalentView> {
    return this.database.as(actor, async (tx) =>
      this.presenter.view(actor, await this.desk.require(this.talents, id, tx), tx),
    );
  }

  list(actor: Actor, query: TalentQuery): Promise<Page<TalentView>> {
    return this.database.as(actor, async (tx) => {
      const filter = await this.lists.filterOf(actor, query, tx);
      const { items, nextCursor } = await this.talents.page(filter, query, tx);
      return { items: await this.presenter.views(actor, items, tx), nextCursor };
    });
  }

  /** Archives those whose last day was before `today`; answers how many. */
  expireDue(today: string): Promise<number> {
    return expireDue(this.database, this.desk, this.talents, today);
  }

  async getForMatching(ids: readonly string[], tx: EntityManager): Promise<TalentForMatching[]> {
    return (await this.talents.findAll(ids, tx)).map(talentForMatching);
  }

  /** Up to `limit` talents that are matched today, with id above `afterId`, in order of id. */
  listMatchable(afterId: string, limit: number, tx: EntityManager): Promise<RecordVersion[]> {
    return this.talents.findMatchable(afterId, this.desk.today(), limit, tx);
  }
}

const talentForMatching = (talent: TalentEntity): TalentForMatching => ({
  ...forMatching('talent', talent),
  details: talent.details,
  tier: talent.tier,
  personId: talent.personId,
});
