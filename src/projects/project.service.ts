import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../common/actor';
import type { Page } from '../common/page';
import { Database } from '../platform/database/database';
import { expireDue } from '../records/expiry';
import { forMatching, type MatchingRecord, type RecordVersion } from '../records/matching-record';
import type { MoveRequest } from '../records/move-changes';
import type { Content, Provenance } from '../records/new-record';
import { type Placed, Placement } from '../records/placement';
import { RecordDesk } from '../records/record-desk';
import { RecordFramer } from '../records/record-framer';
import { RecordList } from '../records/record-list';
import { sharedChanges, sharedContent } from '../records/stated';
import { ownChanges, ownContent } from './project-content';
import type { ProjectEntity } from './project.entity';
import { ProjectRepository } from './project.repository';
import type { CreateProject, EditProject, ProjectDetails, ProjectQuery } from './project.schema';
import { type ProjectView, projectViewOf } from './project.view';

export type ProjectForMatching = MatchingRecord<ProjectDetails> & Pick<ProjectEntity, 'origin' | 'stage'>;

@Injectable()
export class ProjectService {
  constructor(
    private readonly database: Database,
    private readonly projects: ProjectRepository,
    private readonly desk: RecordDesk,
    private readonly placement: Placement,
    private readonly framer: RecordFramer,
    private readonly lists: RecordList,
  ) {}

  /** Takes a project in, as a draft unless `provenance` says to publish and the actor may. */
  create(
    actor: Actor,
    input: CreateProject,
    provenance: Provenance = {},
    within?: EntityManager,
  ): Promise<ProjectView> {
    const work = async (tx: EntityManager) => {
      const content = await this.contentOf(actor, input, tx);
      const [project] = await this.desk.create(actor, this.projects, [content], provenance, tx);
      return this.view(actor, project as ProjectEntity, tx);
    };
    return within ? work(within) : this.database.as(actor, work);
  }

  /** What a new project holds; for lists of projects that are stored at once. */
  async contentOf(
    actor: Actor,
    input: CreateProject,
    tx: EntityManager,
    placed?: Placed,
  ): Promise<Content<ProjectEntity>> {
    return {
      ...sharedContent(input),
      ...(placed ?? (await this.placement.of(actor, input, tx))),
      ...ownContent(input),
    };
  }

  edit(actor: Actor, id: string, version: number, input: EditProject): Promise<ProjectView> {
    return this.database.as(actor, async (tx) => {
      const change = async (before: ProjectEntity): Promise<Partial<ProjectEntity>> => ({
        ...(await sharedChanges(input, this.placement, tx)),
        ...ownChanges(before, input),
      });
      return this.view(actor, await this.desk.edit(actor, this.projects, id, version, change, tx), tx);
    });
  }

  move(actor: Actor, id: string, version: number, request: MoveRequest): Promise<ProjectView> {
    return this.database.as(actor, async (tx) =>
      this.view(actor, await this.desk.move(actor, this.projects, id, { ...request, version }, tx), tx),
    );
  }

  get(actor: Actor, id: string): Promise<ProjectView> {
    return this.database.as(actor, async (tx) =>
      this.view(actor, await this.desk.require(this.projects, id, tx), tx),
    );
  }

  list(actor: Actor, query: ProjectQuery): Promise<Page<ProjectView>> {
    return this.database.as(actor, async (tx) => {
      const filter = await this.lists.filterOf(actor, query, tx);
      const { items, nextCursor } = await this.projects.page(filter, query, tx);
      return { items: await this.views(actor, items, tx), nextCursor };
    });
  }

  /** Archives those whose last day was before `today`; answers how many. */
  expireDue(today: string): Promise<number> {
    return expireDue(this.database, this.desk, this.projects, today);
  }

  async getForMatching(ids: readonly string[], tx: EntityManager): Promise<ProjectForMatching[]> {
    return (await this.projects.findAll(ids, tx)).map(projectForMatching);
  }

  /** Up to `limit` projects that are matched today, with id above `afterId`, in order of id. */
  listMatchable(afterId: string, limit: number, tx: EntityManager): Promise<RecordVersion[]> {
    return this.projects.findMatchable(afterId, this.desk.today(), limit, tx);
  }

  private async view(actor: Actor, project: ProjectEntity, tx: EntityManager): Promise<ProjectView> {
    const [view] = await this.views(actor, [project], tx);
    return view as ProjectView;
  }

  private async views(
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
