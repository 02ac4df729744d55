import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import type { Page } from '../../common/page';
import { Allow, CurrentActor } from '../../identity/access.decorator';
import { idParam, pageSchema } from '../../platform/http/query.schema';
import { SESSION_READERS, SESSION_STAFF } from '../sessions/session-rights';
import {
  type AnswerFollowUp,
  answerFollowUp,
  type FollowUpQuery,
  followUpQuery,
  type FollowUpView,
  followUpView,
} from './follow-up.schema';
import { FollowUpService } from './follow-up.service';

@ApiTags('events')
@Controller('follow-ups')
export class FollowUpController {
  constructor(private readonly followUps: FollowUpService) {}

  @Get()
  @Allow(...SESSION_READERS)
  @ApiOkResponse({ standardSchema: pageSchema(followUpView) })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: followUpQuery }) query: FollowUpQuery,
  ): Promise<Page<FollowUpView>> {
    return this.followUps.list(actor, query);
  }

  @Post(':id/answer')
  @HttpCode(200)
  @Allow(...SESSION_STAFF)
  @ApiOkResponse({ standardSchema: followUpView })
  answer(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @Body({ schema: answerFollowUp }) input: AnswerFollowUp,
  ): Promise<FollowUpView> {
    return this.followUps.answer(actor, id, input);
  }
}
