import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { Forbidden } from '../../common/errors';
import type { Env } from '../../platform/config/env.schema';
import { ENV } from '../../platform/config/settings.module';
import { NeverReplayed } from '../../platform/http/never-replayed.decorator';
import { CurrentCaller, Public, SignedIn, WhileSigningIn } from '../access.decorator';
import type { Caller } from '../authenticator';
import { PasswordService } from '../user/password.service';
import { sessionCookie } from './session-cookie';
import {
  type ChangePassword,
  type OwnSession,
  ownSessionSchema,
  type SessionParam,
  sessionParam,
  type SessionView,
  type SignIn,
  changePasswordSchema,
  sessionSchema,
  signInSchema,
} from './session.schema';
import { SessionPresenter } from './session.presenter';
import { SessionService } from './session.service';
import { SignInService } from './sign-in.service';

@ApiTags('session')
@Controller('session')
@SignedIn()
@NeverReplayed()
export class SessionController {
  constructor(
    private readonly signIns: SignInService,
    private readonly sessions: SessionService,
    private readonly passwords: PasswordService,
    private readonly presenter: SessionPresenter,
    @Inject(ENV) private readonly env: Env,
  ) {}

  @Post()
  @HttpCode(200)
  @Public()
  @ApiOkResponse({ standardSchema: sessionSchema })
  async signIn(
    @Body({ schema: signInSchema }) { login, password }: SignIn,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionView> {
    const { actor, ...session } = await this.signIns.signIn(login, password, request.ip ?? '');
    response.setHeader('Set-Cookie', sessionCookie(this.env, session.token, session.expiresAt));
    return this.presenter.view({ actor, proof: { by: 'session', ...session } });
  }

  @Get()
  @WhileSigningIn()
  @ApiOkResponse({ standardSchema: sessionSchema })
  get(@CurrentCaller() caller: Caller): Promise<SessionView> {
    return this.presenter.view(caller);
  }

  @Delete()
  @WhileSigningIn()
  @HttpCode(204)
  @ApiNoContentResponse()
  async signOut(
    @CurrentCaller() { proof }: Caller,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    if (proof.by === 'session') await this.sessions.close(proof.token);
    response.setHeader('Set-Cookie', sessionCookie(this.env, '', new Date(0)));
  }

  /** Ends every session of the caller; they sign in again with the new password. */
  @Post('password')
  @WhileSigningIn()
  @HttpCode(204)
  @ApiNoContentResponse()
  async changePassword(
    @CurrentCaller() { actor, proof }: Caller,
    @Body({ schema: changePasswordSchema }) { current, password }: ChangePassword,
  ): Promise<void> {
    if (proof.by !== 'session') throw new Forbidden('AUTH.FORBIDDEN', 'A key may not change a password');
    if (proof.pending === 'second-factor') throw new Forbidden('AUTH.PENDING', 'Signing in is not finished');
    await this.passwords.change(actor, current, password);
  }

  /** Where the caller is signed in. */
  @Get('all')
  @ApiOkResponse({ standardSchema: z.array(ownSessionSchema) })
  list(@CurrentCaller() { actor, proof }: Caller): Promise<OwnSession[]> {
    if (proof.by !== 'session') throw new Forbidden('AUTH.FORBIDDEN', 'A key has no sessions');
    return this.sessions.list(actor.userId ?? '', proof.token);
  }

  /** Ends one of the caller's own sessions, on whatever machine. */
  @Delete('all/:id')
  @HttpCode(204)
  @ApiNoContentResponse()
  end(
    @CurrentCaller() { actor, proof }: Caller,
    @Param({ schema: sessionParam }) { id }: SessionParam,
  ): Promise<void> {
    if (proof.by !== 'session') throw new Forbidden('AUTH.FORBIDDEN', 'A key has no sessions');
    return this.sessions.end(actor.userId ?? '', id);
  }
}
