import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Actor } from '../../common/actor';
import { SESSION_READERS, SESSION_STAFF } from '../../events/sessions/session-rights';
import { Allow, CurrentActor } from '../../identity/access.decorator';
import { idParam } from '../../platform/http/query.schema';
import {
  type LetterQuery,
  letterQuery,
  type LettersView,
  lettersView,
  type SendLetters,
  sendLetters,
} from './letter.schema';
import { LetterService } from './letter.service';

@ApiTags('events')
@Controller('activity-sessions/:id/letters')
export class LetterController {
  constructor(private readonly letters: LetterService) {}

  /** The letter in words, who can be written to, and who was. */
  @Get()
  @Allow(...SESSION_READERS)
  @ApiOkResponse({ standardSchema: lettersView })
  look(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @Query({ schema: letterQuery }) query: LetterQuery,
  ): Promise<LettersView> {
    return this.letters.look(actor, id, query);
  }

  /** Sends each guest one letter; who has had it gets no other. */
  @Post()
  @HttpCode(200)
  @Allow(...SESSION_STAFF)
  @ApiOkResponse({ standardSchema: lettersView })
  send(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @Body({ schema: sendLetters }) input: SendLetters,
  ): Promise<LettersView> {
    return this.letters.send(actor, id, input);
  }
}
