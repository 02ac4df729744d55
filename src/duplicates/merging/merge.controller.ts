import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../common/actor';
import { Allow, CurrentActor } from '../../identity/access.decorator';
import { idParam } from '../../platform/http/query.schema';
import {
  type MergePreview,
  mergePreview,
  type MergeQuery,
  mergeQuery,
  type MergeRequest,
  mergeRequest,
  type MergeView,
  mergeView,
  type PreviewMerge,
  previewMerge,
  type UndoMerge,
  undoMerge,
} from './merge.schema';
import { MergeService } from './merge.service';
import { UnmergeService } from './unmerge.service';

@ApiTags('duplicates')
@Controller('merges')
@Allow('manager', 'park-lead', 'officer')
export class MergeController {
  constructor(
    private readonly merges: MergeService,
    private readonly unmerges: UnmergeService,
  ) {}

  /** Both records side by side, and what a merge would move; nothing is stored. */
  @Post('preview')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: mergePreview })
  preview(
    @CurrentActor() actor: Actor,
    @Body({ schema: previewMerge }) request: PreviewMerge,
  ): Promise<MergePreview> {
    return this.merges.preview(actor, request);
  }

  @Post()
  @ApiCreatedResponse({ standardSchema: mergeView })
  merge(
    @CurrentActor() actor: Actor,
    @Body({ schema: mergeRequest }) request: MergeRequest,
  ): Promise<MergeView> {
    return this.merges.merge(actor, request);
  }

  @Get()
  @ApiOkResponse({ standardSchema: z.array(mergeView) })
  list(@CurrentActor() actor: Actor, @Query({ schema: mergeQuery }) query: MergeQuery): Promise<MergeView[]> {
    return this.unmerges.list(actor, query);
  }

  @Post(':id/undo')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: mergeView })
  undo(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @Body({ schema: undoMerge }) request: UndoMerge,
  ): Promise<MergeView> {
    return this.unmerges.undo(actor, id, request);
  }
}
