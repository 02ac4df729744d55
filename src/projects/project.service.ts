import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../common/actor';
import { Database } from '../platform/database/database';
import { forMatching, type MatchingRecord } from '../records/matching-record';
import type { Content } from '../records/new-record';
import { Placement } from '../records/placement';
import { RecordDesk } from '../records/record-desk';
import { RecordFramer } from '../records/record-framer';
import { RecordList } from '../records/record-list';
import { type ContentOrigin, RecordService } from '../records/record-service';
import { sharedChanges, sharedContent } from '../records/stated';
import { ownChanges, ownContent } from './project-content';
import type { ProjectEntity } from './project.entity';
import { ProjectRepository } from './project.repository';
import type { CreateProject, EditProject, ProjectDetails, ProjectQuery } from './project.schema';
import { type ProjectView, projectViewOf } from './project.view';

export type ProjectForMatching = MatchingRecord<ProjectDetails> & Pick<ProjectEntity, 'origin' | 'stage'>;

export interface ProjectShapes {
  entity: ProjectEntity;
  create: CreateProject;
  edit: EditProject;
  query: ProjectQuery;
  view: ProjectView;
}

@Injectable()
export class ProjectService extends RecordService<ProjectShapes> {
  constructor(
    database: Database,
    private readonly projects: ProjectRepository,
    desk: RecordDesk,
    private readonly placement: Placement,
    private readonly framer: RecordFramer,
    lists: RecordList,
  ) {
    super(database, projects, desk, lists);
  }

  async contentOf(
    actor: Actor,
    input: CreateProject,
    tx: EntityManager,
    { placed }: ContentOrigin = {},
  ): Promise<Content<ProjectEntity>> {
    return {
      ...sharedContent(input),
      ...(placed ?? (await this.placement.of(actor, input, tx))),
      ...ownContent(input),
    };
  }

  async getForMatching(ids: readonly string[], tx: EntityManager): Promise<ProjectForMatching[]> {
    return (await this.projects.findAll(ids, tx)).map(projectForMatching);
  }

  protected async changesOf(
    before: ProjectEntity,
    input: EditProject,
    tx: EntityManager,
  ): Promise<Partial<ProjectEntity>> {
    return { ...(await sharedChanges(input, this.placement, tx)), ...ownChanges(before, input) };
  }

  protected async views(
    actor: Actor,
    projects: readonly ProjectEntity[],
    tx: EntityManager,
  ): Promise<ProjectView[]> {
    const frames = await this.framer.frames(actor, projects, tx);
    return frames.map((frame, at) => projectViewOf(projects[at] as ProjectEntity, frame));
  }
}

const projectForMatching = (project: ProjectEntity): ProjectForMatching => ({
  ...forMatching('project', project),
  details: project.details,
  origin: project.origin,
  stage: project.stage,
});
