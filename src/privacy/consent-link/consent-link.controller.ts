import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../common/actor';
import { Allow, CurrentActor, Public } from '../../identity/access.decorator';
import { idParam } from '../../platform/http/query.schema';
import {
  answerConsent,
  type AnswerConsent,
  consentLinkView,
  type ConsentLinkView,
  consentQuestion,
  type ConsentQuestion,
} from './consent-link.schema';
import { ConsentAnswerService } from './consent-answer.service';
import { ConsentLinkService } from './consent-link.service';

const tokenParam = { schema: z.string().max(200) };

/** People are asked by a link what they agree to; whoever holds it answers. */
@ApiTags('persons')
@Controller()
export class ConsentLinkController {
  constructor(
    private readonly links: ConsentLinkService,
    private readonly answers: ConsentAnswerService,
  ) {}

  @Post('persons/:id/consent-links')
  @Allow('manager', 'park-lead', 'officer')
  @ApiOkResponse({ standardSchema: consentLinkView })
  make(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<ConsentLinkView> {
    return this.links.make(actor, id);
  }

  @Get('persons/:id/consent-links')
  @Allow('manager', 'park-lead', 'officer')
  @ApiOkResponse({ standardSchema: z.array(consentLinkView) })
  list(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<ConsentLinkView[]> {
    return this.links.list(actor, id);
  }

  @Get('consent-links/:token')
  @Public()
  @ApiOkResponse({ standardSchema: consentQuestion })
  open(@Param('token', tokenParam) token: string): Promise<ConsentQuestion> {
    return this.answers.open(token);
  }

  @Post('consent-links/:token/answer')
  @HttpCode(200)
  @Public()
  @ApiOkResponse({ standardSchema: consentQuestion })
  answer(
    @Param('token', tokenParam) token: string,
    @Body({ schema: answerConsent }) body: AnswerConsent,
  ): Promise<ConsentQuestion> {
    return this.answers.answer(token, body);
  }
}
