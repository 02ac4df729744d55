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
import { NeedRepository } from './need.repository';
import {
  type CreateNeed,
  createNeed,
  type EditNeed,
  editNeed,
  type NeedQuery,
  needQuery,
} from './need.schema';
import { prefill } from './prefill';
import { prefillRequest, type PrefillRequest, prefillView, type PrefillView } from './prefill.schema';
import { NeedService } from './need.service';
import { type NeedView, needView } from './need.view';

const EDITORS = ['manager', 'park-lead', 'officer', 'enterprise'] as const;
const READERS = [...EDITORS, 'auditor'] as const;

@ApiTags('needs')
@Controller('needs')
export class NeedController {
  constructor(
    private readonly needs: NeedService,
    private readonly history: RecordHistory,
    private readonly table: NeedRepository,
  ) {}

  @Post()
  @Allow(...EDITORS)
  @ApiCreatedResponse({ standardSchema: needView })
  create(@CurrentActor() actor: Actor, @Body({ schema: createNeed }) input: CreateNeed): Promise<NeedView> {
    return this.needs.create(actor, input);
  }

  /** Proposes fields for pasted text; nothing is stored. */
  @Post('prefill')
  @HttpCode(200)
  @Allow(...EDITORS)
  @ApiOkResponse({ standardSchema: prefillView })
  prefill(@Body({ schema: prefillRequest }) { text }: PrefillRequest): PrefillView {
    return prefill(text);
  }

  @Get()
  @Allow(...READERS)
  @ApiOkResponse({ standardSchema: pageSchema(needView) })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: needQuery }) query: NeedQuery,
  ): Promise<Page<NeedView>> {
    return this.needs.list(actor, query);
  }

  @Get(':id')
  @Allow(...READERS)
  @ApiOkResponse({ standardSchema: needView })
  get(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<NeedView> {
    return this.needs.get(actor, id);
  }

  @Get(':id/versions')
  @Allow(...READERS)
  @ApiOkResponse({ standardSchema: z.array(versionView) })
  versions(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<VersionView[]> {
    return this.history.of(actor, this.table, id);
  }

  @Patch(':id')
  @Allow(...EDITORS)
  @ApiOkResponse({ standardSchema: needView })
  edit(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @IfMatch() version: number,
    @Body({ schema: editNeed }) input: EditNeed,
  ): Promise<NeedView> {
    return this.needs.edit(actor, id, version, input);
  }

  /** One move of the life cycle. */
  @Post(':id/:move')
  @HttpCode(200)
  @Allow(...EDITORS)
  @ApiOkResponse({ standardSchema: needView })
  move(
    @CurrentActor() actor: Actor,
    @Param({ schema: moveParams }) { id, move }: MoveParams,
    @IfMatch() version: number,
    @Body({ schema: moveBody }) body: MoveBody,
  ): Promise<NeedView> {
    return this.needs.move(actor, id, version, { move, ...body });
  }
}
