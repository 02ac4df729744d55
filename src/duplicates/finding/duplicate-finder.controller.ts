import {
  Body,
  Controller,
  Delete,
  Get,
  HttpCode,
  type MessageEvent,
  Param,
  Post,
  Query,
  Sse,
} from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiTags,
} from '@nestjs/swagger';
import { map, type Observable } from 'rxjs';
import { z } from 'zod';
import type { Actor } from '../../common/actor';
import { Allow, CurrentActor } from '../../identity/access.decorator';
import { ProgressStream } from '../../platform/database/progress-stream';
import { withPings } from '../../platform/http/server-events';
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
  type SearchRequest,
  searchRequest,
  type SearchView,
  searchView,
} from './duplicate-pair.schema';

@ApiTags('duplicates')
@Controller('duplicates')
@Allow('manager', 'park-lead', 'officer')
export class DuplicateFinderController {
  constructor(
    private readonly finder: DuplicateFinder,
    private readonly stream: ProgressStream,
  ) {}

  /** What was likely entered twice, the surest first. */
  @Get()
  @ApiOkResponse({ standardSchema: duplicatesView })
  find(
    @CurrentActor() actor: Actor,
    @Query({ schema: duplicatesQuery }) query: DuplicatesQuery,
  ): Promise<DuplicatesView> {
    return this.finder.find(actor, query);
  }

  /** Has all records of the kind held against each other, in the background. */
  @Post('searches')
  @HttpCode(202)
  @ApiAcceptedResponse({ standardSchema: searchView })
  seek(
    @CurrentActor() actor: Actor,
    @Body({ schema: searchRequest }) { kind }: SearchRequest,
  ): Promise<SearchView> {
    return this.finder.seek(actor, kind);
  }

  @Sse('searches/:kind/events')
  events(
    @CurrentActor() actor: Actor,
    @Param({ schema: searchRequest }) { kind }: SearchRequest,
  ): Observable<MessageEvent> {
    const found = this.stream.watch('duplicate_searches', () => this.finder.progress(actor, kind), isOver);
    return withPings(found.pipe(map((search) => ({ id: `${search.done}`, type: 'search', data: search }))));
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

const isOver = ({ state }: SearchView): boolean => state === 'finished' || state === 'failed';
