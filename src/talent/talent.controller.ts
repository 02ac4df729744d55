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
import { TalentRepository } from './talent.repository';
import {
  type CreateTalent,
  createTalent,
  type EditTalent,
  editTalent,
  type TalentQuery,
  talentQuery,
} from './talent.schema';
import { TalentService } from './talent.service';
import { type TalentView, talentView } from './talent.view';

const EDITORS = ['manager', 'park-lead', 'officer', 'talent'] as const;
const READERS = [...EDITORS, 'auditor'] as const;

@ApiTags('talents')
@Controller('talents')
export class TalentController {
  constructor(
    private readonly talents: TalentService,
    private readonly history: RecordHistory,
    private readonly table: TalentRepository,
  ) {}

  @Post()
  @Allow(...EDITORS)
  @ApiCreatedResponse({ standardSchema: talentView })
  create(
    @CurrentActor() actor: Actor,
    @Body({ schema: createTalent }) input: CreateTalent,
  ): Promise<TalentView> {
    return this.talents.create(actor, input);
  }

  @Get()
  @Allow(...READERS)
  @ApiOkResponse({ standardSchema: pageSchema(talentView) })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: talentQuery }) query: TalentQuery,
  ): Promise<Page<TalentView>> {
    return this.talents.list(actor, query);
  }

  @Get(':id')
  @Allow(...READERS)
  @ApiOkResponse({ standardSchema: talentView })
  get(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<TalentView> {
    return this.talents.get(actor, id);
  }

  @Get(':id/versions')
  @Allow(...READERS)
  @ApiOkResponse({ standardSchema: z.array(versionView) })
  versions(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<VersionView[]> {
    return this.history.of(actor, this.table, id);
  }

  @Patch(':id')
  @Allow(...EDITORS)
  @ApiOkResponse({ standardSchema: talentView })
  edit(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @IfMatch() version: number,
    @Body({ schema: editTalent }) input: EditTalent,
  ): Promise<TalentView> {
    return this.talents.edit(actor, id, version, input);
  }

  /** One move of the life cycle. */
  @Post(':id/:move')
  @HttpCode(200)
  @Allow(...EDITORS)
  @ApiOkResponse({ standardSchema: talentView })
  move(
    @CurrentActor() actor: Actor,
    @Param({ schema: moveParams }) { id, move }: MoveParams,
    @IfMatch() version: number,
    @Body({ schema: moveBody }) body: MoveBody,
  ): Promise<TalentView> {
    return this.talents.move(actor, id, version, { move, ...body });
  }
}
