import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Page } from '../common/page';
import { type RecordFilter, RecordRepository } from '../records/record.repository';
import { ProjectEntity, ProjectVersionEntity } from './project.entity';
import type { ProjectQuery } from './project.schema';

@Injectable()
export class ProjectRepository extends RecordRepository<ProjectEntity> {
  constructor() {
    super('project', ProjectEntity, ProjectVersionEntity);
  }

  page(
    filter: RecordFilter,
    { origin, stage }: Pick<ProjectQuery, 'origin' | 'stage'>,
    tx: EntityManager,
  ): Promise<Page<ProjectEntity>> {
    return this.pageOf(
      filter,
      (query) => {
        if (origin) query.andWhere('r.origin = :origin', { origin });
        if (stage) query.andWhere('r.stage = :stage', { stage });
      },
      tx,
    );
  }
}
