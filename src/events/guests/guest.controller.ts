import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../common/actor';
import { Allow, CurrentActor } from '../../identity/access.decorator';
import { IfMatch } from '../../platform/http/if-match.decorator';
import { idParam } from '../../platform/http/query.schema';
import { SESSION_READERS, SESSION_STAFF } from '../sessions/session-rights';
import {
  type AnswerInvitation,
  answerInvitation,
  type EditGuest,
  editGuest,
  type GuestView,
  guestView,
  type InviteGuests,
  inviteGuests,
  type SignIn,
  signIn,
  type SignInAnswer,
  signInAnswer,
} from './guest.schema';
import { GuestService } from './guest.service';
import { GuestSignIn } from './sign-in.service';

const absentView = z.object({ absent: z.number().int() });

@ApiTags('events')
@Controller('activity-sessions/:id')
@Allow(...SESSION_STAFF)
export class GuestController {
  constructor(
    private readonly guests: GuestService,
    private readonly door: GuestSignIn,
  ) {}

  @Get('guests')
  @Allow(...SESSION_READERS)
  @ApiOkResponse({ standardSchema: z.array(guestView) })
  list(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<GuestView[]> {
    return this.guests.list(actor, id);
  }

  /** Invites, or takes in who came without an invitation. */
  @Post('guests')
  @ApiCreatedResponse({ standardSchema: z.array(guestView) })
  invite(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @Body({ schema: inviteGuests }) input: InviteGuests,
  ): Promise<GuestView[]> {
    return this.guests.invite(actor, id, input);
  }

  @Patch('guests/:guestId')
  @ApiOkResponse({ standardSchema: guestView })
  edit(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) sessionId: string,
    @Param('guestId', idParam) guestId: string,
    @IfMatch() version: number,
    @Body({ schema: editGuest }) input: EditGuest,
  ): Promise<GuestView> {
    return this.guests.edit(actor, { sessionId, guestId }, version, input);
  }

  /** 回执 by telephone or on paper. */
  @Post('guests/:guestId/reply')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: guestView })
  reply(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) sessionId: string,
    @Param('guestId', idParam) guestId: string,
    @IfMatch() version: number,
    @Body({ schema: answerInvitation }) answer: AnswerInvitation,
  ): Promise<GuestView> {
    return this.guests.reply(actor, { sessionId, guestId }, version, answer);
  }

  @Delete('guests/:guestId')
  @HttpCode(204)
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) sessionId: string,
    @Param('guestId', idParam) guestId: string,
  ): Promise<void> {
    return this.guests.remove(actor, { sessionId, guestId });
  }

  /** 签到 by QR code, end of the phone number, or from the list. */
  @Post('sign-ins')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: signInAnswer })
  signIn(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @Body({ schema: signIn }) input: SignIn,
  ): Promise<SignInAnswer> {
    return this.door.signIn(actor, id, input);
  }

  @Delete('sign-ins/:guestId')
  @HttpCode(204)
  undo(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @Param('guestId', idParam) guestId: string,
  ): Promise<void> {
    return this.door.undo(actor, id, guestId);
  }

  /** 未到: marks everybody who was expected and has not signed in. */
  @Post('absences')
  @HttpCode(200)
  @ApiOkResponse({ standardSchema: absentView })
  close(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<{ absent: number }> {
    return this.door.close(actor, id);
  }
}
