import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import type { Page } from '../../common/page';
import { Allow, CurrentActor } from '../../identity/access.decorator';
import { idParam, pageSchema } from '../../platform/http/query.schema';
import { contact, type Contact } from '../../talent/talent.schema';
import { ContactRevealService } from './contact-reveal.service';
import { ReceivedShareService } from './received-share.service';
import { type ReceivedShareView, receivedShareView } from './received-share.view';
import { answerShare, type AnswerShare, shareQuery, type ShareQuery } from './share.schema';

/** The enterprise's side. */
@ApiTags('sharing')
@Allow('enterprise')
@Controller('shares')
export class ReceivedShareController {
  constructor(
    private readonly received: ReceivedShareService,
    private readonly contacts: ContactRevealService,
  ) {}

  @Get()
  @ApiOkResponse({ standardSchema: pageSchema(receivedShareView) })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: shareQuery }) query: ShareQuery,
  ): Promise<Page<ReceivedShareView>> {
    return this.received.list(actor, query);
  }

  @Get(':id')
  @ApiOkResponse({ standardSchema: receivedShareView })
  get(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<ReceivedShareView> {
    return this.received.get(actor, id);
  }

  @Post(':id/answer')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: receivedShareView })
  answer(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @Body({ schema: answerShare }) answer: AnswerShare,
  ): Promise<ReceivedShareView> {
    return this.received.answer(actor, id, answer);
  }

  @Post(':id/reveal-contact')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: contact })
  reveal(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<Contact> {
    return this.contacts.reveal(actor, id);
  }
}
