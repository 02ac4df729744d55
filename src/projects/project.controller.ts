import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../common/actor';
import type { Page } from '../common/page';
import { Allow, CurrentActor } from '../identity/access.decorator';
import { IfMatch } from '../platform/http/if-match.decorator';
import { idParam, pageSchema } from '../platform/http/query.schema';
import { type MoveBody, moveBody, type MoveParams, moveParams } from '../records/record.schema';
import { RecordHistory } from '../records/record-history';
import { type VersionView, versionView } from '../records/record-view';
import { ProjectRepository } from './project.repository';
import {
  type CreateProject,
  createProject,
  type EditProject,
  editProject,
  type ProjectQuery,
  projectQuery,
} from './project.schema';
import { ProjectService } from './project.service';
import { type ProjectView, projectView } from './project.view';

const EDITORS = ['manager', 'park-lead', 'officer', 'enterprise', 'project-owner'] as const;
const READERS = [...EDITORS, 'auditor'] as const;

@ApiTags('projects')
@Controller('projects')
export class ProjectController {
  constructor(
    private readonly projects: ProjectService,
    private readonly history: RecordHistory,
    private readonly table: ProjectRepository,
  ) {}

  @Post()
  @Allow(...EDITORS)
  @ApiCreatedResponse({ standardSchema: projectView })
  create(
    @CurrentActor() actor: Actor,
    @Body({ schema: createProject }) input: CreateProject,
  ): Promise<ProjectView> {
    return this.projects.create(actor, input);
  }

  @Get()
  @Allow(...READERS)
  @ApiOkResponse({ standardSchema: pageSchema(projectView) })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: projectQuery }) query: ProjectQuery,
  ): Promise<Page<ProjectView>> {
    return this.projects.list(actor, query);
  }

  @Get(':id')
  @Allow(...READERS)
  @ApiOkResponse({ standardSchema: projectView })
  get(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<ProjectView> {
    return this.projects.get(actor, id);
  }

  @Get(':id/versions')
  @Allow(...READERS)
  @ApiOkResponse({ standardSchema: z.array(versionView) })
  versions(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<VersionView[]> {
    return this.history.of(actor, this.table, id);
  }

  @Patch(':id')
  @Allow(...EDITORS)
  @ApiOkResponse({ standardSchema: projectView })
  edit(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @IfMatch() version: number,
    @Body({ schema: editProject }) input: EditProject,
  ): Promise<ProjectView> {
    return this.projects.edit(actor, id, version, input);
  }

  /** One move of the life cycle. */
  @Post(':id/:move')
  @HttpCode(200)
  @Allow(...EDITORS)
  @ApiOkResponse({ standardSchema: projectView })
  move(
    @CurrentActor() actor: Actor,
    @Param({ schema: moveParams }) { id, move }: MoveParams,
    @IfMatch() version: number,
    @Body({ schema: moveBody }) body: MoveBody,
  ): Promise<ProjectView> {
    return this.projects.move(actor, id, version, { move, ...body });
  }
}
