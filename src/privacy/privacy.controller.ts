import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../common/actor';
import { Allow, CurrentActor } from '../identity/access.decorator';
import { idParam } from '../platform/http/query.schema';
import { ErasureService } from './erasure.service';
import { PersonCopyService } from './person-copy.service';
import {
  answerReview,
  type AnswerReview,
  askReview,
  type AskReview,
  erased,
  type Erased,
  erasePerson,
  type ErasePerson,
  personCopy,
  type PersonCopy,
  reviewRequest,
  type ReviewRequest,
} from './privacy.schema';
import { ReviewRequestService } from './review-request.service';

/** What a person can have of their data. */
@ApiTags('persons')
@Controller()
@Allow('manager', 'park-lead', 'officer', 'talent')
export class PrivacyController {
  constructor(
    private readonly copies: PersonCopyService,
    private readonly erasure: ErasureService,
    private readonly reviews: ReviewRequestService,
  ) {}

  /** A copy of all that is kept, with the factors of every score. */
  @Get('persons/:id/copy')
  @ApiOkResponse({ standardSchema: personCopy })
  copy(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<PersonCopy> {
    return this.copies.of(actor, id);
  }

  /** Takes the person out for good. */
  @Post('persons/:id/erase')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: erased })
  erase(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @Body({ schema: erasePerson }) body: ErasePerson,
  ): Promise<Erased> {
    return this.erasure.erase(actor, id, body);
  }

  /** Asks that a human looks at what a score decided. */
  @Post('persons/:id/review-requests')
  @ApiOkResponse({ standardSchema: reviewRequest })
  ask(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @Body({ schema: askReview }) body: AskReview,
  ): Promise<ReviewRequest> {
    return this.reviews.ask(actor, id, body);
  }

  @Get('review-requests')
  @Allow('manager', 'park-lead', 'officer')
  @ApiOkResponse({ standardSchema: z.array(reviewRequest) })
  open(@CurrentActor() actor: Actor): Promise<ReviewRequest[]> {
    return this.reviews.open(actor);
  }

  @Post('review-requests/:id/answer')
  @HttpCode(200)
  @Allow('manager', 'park-lead', 'officer')
  @ApiOkResponse({ standardSchema: reviewRequest })
  answer(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @Body({ schema: answerReview }) body: AnswerReview,
  ): Promise<ReviewRequest> {
    return this.reviews.answer(actor, id, body);
  }
}
