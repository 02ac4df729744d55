import { Body, Controller, Get, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import type { Page } from '../../common/page';
import { Allow, CurrentActor } from '../../identity/access.decorator';
import { IfMatch } from '../../platform/http/if-match.decorator';
import { idParam, pageSchema } from '../../platform/http/query.schema';
import { SESSION_READERS, SESSION_STAFF } from './session-rights';
import {
  type CreateSession,
  createSession,
  type EditSession,
  editSession,
  type SessionQuery,
  sessionQuery,
  type SessionView,
  sessionView,
} from './session.schema';
import { SessionService } from './session.service';

@ApiTags('events')
@Controller('activity-sessions')
@Allow(...SESSION_READERS)
export class SessionController {
  constructor(private readonly sessions: SessionService) {}

  @Post()
  @Allow(...SESSION_STAFF)
  @ApiCreatedResponse({ standardSchema: sessionView })
  create(
    @CurrentActor() actor: Actor,
    @Body({ schema: createSession }) input: CreateSession,
  ): Promise<SessionView> {
    return this.sessions.create(actor, input);
  }

  @Get()
  @ApiOkResponse({ standardSchema: pageSchema(sessionView) })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: sessionQuery }) query: SessionQuery,
  ): Promise<Page<SessionView>> {
    return this.sessions.list(actor, query);
  }

  @Get(':id')
  @ApiOkResponse({ standardSchema: sessionView })
  get(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<SessionView> {
    return this.sessions.get(actor, id);
  }

  @Patch(':id')
  @Allow(...SESSION_STAFF)
  @ApiOkResponse({ standardSchema: sessionView })
  edit(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @IfMatch() version: number,
    @Body({ schema: editSession }) input: EditSession,
  ): Promise<SessionView> {
    return this.sessions.edit(actor, id, version, input);
  }
}
