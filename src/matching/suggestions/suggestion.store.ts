import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { NeedRepository } from '../../needs/need.repository';
import { ProjectRepository } from '../../projects/project.repository';
import type { MatchedKind } from '../../queues/job-catalogue';
import type { MadeSuggestions } from '../../records/record.repository';
import { TalentRepository } from '../../talent/talent.repository';

/** Notes suggested tags on the records, for people to see and for every later reading. */
@Injectable()
export class SuggestionStore {
  private readonly tables: Record<MatchedKind, Pick<NeedRepository, 'keepSuggestions'>>;

  constructor(need: NeedRepository, project: ProjectRepository, talent: TalentRepository) {
    this.tables = { need, project, talent };
  }

  async keep(kind: MatchedKind, made: readonly MadeSuggestions[], tx: EntityManager): Promise<void> {
    await this.tables[kind].keepSuggestions(made, tx);
  }
}
