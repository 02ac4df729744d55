import { Column, Entity } from 'typeorm';
import { RecordEntity } from '../records/record.entity';
import { RecordVersionEntity } from '../records/record-version.entity';
import type { ProjectOrigin, ProjectStage } from '../taxonomy/project.vocabulary';
import type { ProjectDetails } from './project.schema';

@Entity('projects')
export class ProjectEntity extends RecordEntity {
  /** null: not stated. */
  @Column('text', { nullable: true })
  origin!: ProjectOrigin | null;

  @Column('text', { nullable: true })
  stage!: ProjectStage | null;

  @Column('jsonb')
  details!: ProjectDetails;
}

@Entity('project_versions')
export class ProjectVersionEntity extends RecordVersionEntity {}
