import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../common/actor';
import { Database } from '../platform/database/database';
import { forMatching, type MatchingRecord, type RecordLine } from '../records/matching-record';
import type { Content } from '../records/new-record';
import { RecordDesk } from '../records/record-desk';
import { RecordList } from '../records/record-list';
import { type ContentOrigin, RecordService } from '../records/record-service';
import { TalentIntake } from './talent-intake';
import { TalentPresenter } from './talent-presenter';
import type { TalentEntity } from './talent.entity';
import { TalentRepository } from './talent.repository';
import type { CreateTalent, EditTalent, TalentDetails, TalentQuery } from './talent.schema';
import type { TalentView } from './talent.view';

/** A talent as a list names it: no name, no contact. */
export type TalentLine = RecordLine & Pick<TalentEntity, 'tier' | 'personId' | 'details'>;

/** A talent as matching reads it. */
export type TalentForMatching = MatchingRecord<TalentDetails> & TalentLine;

export interface TalentShapes {
  entity: TalentEntity;
  create: CreateTalent;
  edit: EditTalent;
  query: TalentQuery;
  view: TalentView;
}

@Injectable()
export class TalentService extends RecordService<TalentShapes> {
  constructor(
    database: Database,
    private readonly talents: TalentRepository,
    desk: RecordDesk,
    lists: RecordList,
    private readonly intake: TalentIntake,
    private readonly presenter: TalentPresenter,
  ) {
    super(database, talents, desk, lists);
  }

  contentOf(
    actor: Actor,
    input: CreateTalent,
    tx: EntityManager,
    { sampleSet }: ContentOrigin = {},
  ): Promise<Content<TalentEntity>> {
    return this.intake.contentOf(actor, input, sampleSet ?? null, tx);
  }

  async getForMatching(ids: readonly string[], tx: EntityManager): Promise<TalentForMatching[]> {
    return (await this.talents.findAll(ids, tx)).map(talentForMatching);
  }

  protected changesOf(
    before: TalentEntity,
    input: EditTalent,
    tx: EntityManager,
  ): Promise<Partial<TalentEntity>> {
    return this.intake.changes(before, input, tx);
  }

  protected views(actor: Actor, talents: readonly TalentEntity[], tx: EntityManager): Promise<TalentView[]> {
    return this.presenter.views(actor, talents, tx);
  }
}

const talentForMatching = (talent: TalentEntity): TalentForMatching => ({
  ...forMatching('talent', talent),
  details: talent.details,
  tier: talent.tier,
  personId: talent.personId,
});
