import { Body, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor, Role } from '../common/actor';
import type { Page } from '../common/page';
import { Allow, CurrentActor } from '../identity/access.decorator';
import { IfMatch } from '../platform/http/if-match.decorator';
import { idParam, pageSchema } from '../platform/http/query.schema';
import type { RecordService, RecordShapes } from './record-service';
import { type MoveBody, moveBody, type MoveParams, moveParams } from './record.schema';
import { type VersionView, versionView } from './record-view';

interface RecordRoutes<S extends RecordShapes> {
  /** Who may enter and change records of the kind; auditors read them besides. */
  editors: readonly Role[];
  create: z.ZodType<S['create']>;
  edit: z.ZodType<S['edit']>;
  query: z.ZodType<S['query']>;
  view: z.ZodType<S['view']>;
}

/** The routes that needs, projects and talents have alike; each kind's controller extends what this makes of its schemas. */
export function recordController<S extends RecordShapes>({
  editors,
  create,
  edit,
  query,
  view,
}: RecordRoutes<S>) {
  abstract class RecordController {
    protected constructor(private readonly records: RecordService<S>) {}

    @Post()
    @Allow(...editors)
    @ApiCreatedResponse({ standardSchema: view })
    create(@CurrentActor() actor: Actor, @Body({ schema: create }) input: S['create']): Promise<S['view']> {
      return this.records.create(actor, input);
    }

    @Get()
    @Allow(...editors, 'auditor')
    @ApiOkResponse({ standardSchema: pageSchema(view) })
    list(
      @CurrentActor() actor: Actor,
      @Query({ schema: query }) wanted: S['query'],
    ): Promise<Page<S['view']>> {
      return this.records.list(actor, wanted);
    }

    @Get(':id')
    @Allow(...editors, 'auditor')
    @ApiOkResponse({ standardSchema: view })
    get(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<S['view']> {
      return this.records.get(actor, id);
    }

    @Get(':id/versions')
    @Allow(...editors, 'auditor')
    @ApiOkResponse({ standardSchema: z.array(versionView) })
    versions(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<VersionView[]> {
      return this.records.versions(actor, id);
    }

    @Patch(':id')
    @Allow(...editors)
    @ApiOkResponse({ standardSchema: view })
    edit(
      @CurrentActor() actor: Actor,
      @Param('id', idParam) id: string,
      @IfMatch() version: number,
      @Body({ schema: edit }) input: S['edit'],
    ): Promise<S['view']> {
      return this.records.edit(actor, id, version, input);
    }

    /** One move of the life cycle. */
    @Post(':id/:move')
    @HttpCode(200)
    @Allow(...editors)
    @ApiOkResponse({ standardSchema: view })
    move(
      @CurrentActor() actor: Actor,
      @Param({ schema: moveParams }) { id, move }: MoveParams,
      @IfMatch() version: number,
      @Body({ schema: moveBody }) body: MoveBody,
    ): Promise<S['view']> {
      return this.records.move(actor, id, version, { move, ...body });
    }
  }
  return RecordController;
}
