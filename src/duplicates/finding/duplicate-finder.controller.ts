import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../common/actor';
import { Allow, CurrentActor } from '../../identity/access.decorator';
import { idParam } from '../../platform/http/query.schema';
import { DuplicateFinder } from './duplicate-finder.service';
import {
  type DismissalView,
  dismissalView,
  type DismissRequest,
  dismissRequest,
  type DuplicatesQuery,
  duplicatesQuery,
  type DuplicatesView,
  duplicatesView,
} from './duplicate-pair.schema';

@ApiTags('duplicates')
@Controller('duplicates')
@Allow('manager', 'park-lead', 'officer')
export class DuplicateFinderController {
  constructor(private readonly finder: DuplicateFinder) {}

  /** What was likely entered twice, the surest first. */
  @Get()
  @ApiOkResponse({ standardSchema: duplicatesView })
  find(
    @CurrentActor() actor: Actor,
    @Query({ schema: duplicatesQuery }) query: DuplicatesQuery,
  ): Promise<DuplicatesView> {
    return this.finder.find(actor, query);
  }

  /** Pairs of which somebody said that they are two. */
  @Get('dismissals')
  @ApiOkResponse({ standardSchema: z.array(dismissalView) })
  dismissals(
    @CurrentActor() actor: Actor,
    @Query({ schema: duplicatesQuery.pick({ kind: true }) }) { kind }: Pick<DuplicatesQuery, 'kind'>,
  ): Promise<DismissalView[]> {
    return this.finder.dismissals(actor, kind);
  }

  @Post('dismissals')
  @ApiCreatedResponse({ standardSchema: dismissalView })
  dismiss(
    @CurrentActor() actor: Actor,
    @Body({ schema: dismissRequest }) request: DismissRequest,
  ): Promise<DismissalView> {
    return this.finder.dismiss(actor, request);
  }

  @Delete('dismissals/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  restore(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<void> {
    return this.finder.restore(actor, id);
  }
}
