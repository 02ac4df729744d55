import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Public } from '../../identity/access.decorator';
import { type AnswerInvitation, answerInvitation, type InvitationView, invitationView } from './guest.schema';
import { InvitationService } from './invitation.service';

const tokenParam = { schema: z.string().max(200) };

@ApiTags('events')
@Controller('invitations/:token')
@Public()
export class InvitationController {
  constructor(private readonly invitations: InvitationService) {}

  /** For the guest who holds the link; nobody signs in. */
  @Get()
  @ApiOkResponse({ standardSchema: invitationView })
  get(@Param('token', tokenParam) token: string): Promise<InvitationView> {
    return this.invitations.open(token);
  }

  /** 回执; may be given again until the day. */
  @Post('reply')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: invitationView })
  reply(
    @Param('token', tokenParam) token: string,
    @Body({ schema: answerInvitation }) answer: AnswerInvitation,
  ): Promise<InvitationView> {
    return this.invitations.answer(token, answer);
  }
}
