import { Body, Controller, Delete, Get, HttpCode, Inject, Param, Post, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Response } from 'express';
import { z } from 'zod';
import type { Actor } from '../../common/actor';
import { Forbidden } from '../../common/errors';
import type { Env } from '../../platform/config/env.schema';
import { ENV } from '../../platform/config/settings.module';
import { NeverReplayed } from '../../platform/http/never-replayed.decorator';
import { idParam } from '../../platform/http/query.schema';
import { Allow, CurrentActor, CurrentCaller, SignedIn, WhileSigningIn } from '../access.decorator';
import type { Caller, Proof } from '../authenticator';
import { sessionCookie } from '../session/session-cookie';
import { type SessionView, sessionSchema } from '../session/session.schema';
import { SessionPresenter } from '../session/session.presenter';
import { SessionService } from '../session/session.service';
import { SignInSteps } from '../session/sign-in-steps';
import {
  type FactorState,
  factorState,
  type NewFactor,
  newFactorSchema,
  type ProveFactor,
  proveFactor,
  type SetUpFactor,
  setUpFactor,
} from './second-factor.schema';
import { SecondFactorService } from './second-factor.service';

function sessionOf({ proof }: Caller): Extract<Proof, { by: 'session' }> {
  if (proof.by !== 'session') throw new Forbidden('AUTH.FORBIDDEN', 'A key has no second factor');
  return proof;
}

@ApiTags('session')
@Controller()
@NeverReplayed()
export class SecondFactorController {
  constructor(
    private readonly factors: SecondFactorService,
    private readonly sessions: SessionService,
    private readonly presenter: SessionPresenter,
    private readonly steps: SignInSteps,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** One's own second factor. */
  @Get('session/second-factor')
  @SignedIn()
  @ApiOkResponse({ standardSchema: factorState })
  get(@CurrentActor() actor: Actor): Promise<FactorState> {
    return this.factors.state(actor);
  }

  /** The second step of signing in; the session goes on under a new cookie. */
  @Post('session/second-factor')
  @HttpCode(200)
  @SignedIn()
  @WhileSigningIn()
  @ApiOkResponse({ standardSchema: sessionSchema })
  async prove(
    @CurrentCaller() caller: Caller,
    @Body({ schema: proveFactor }) { code }: ProveFactor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionView> {
    const { token, pending } = sessionOf(caller);
    if (pending !== 'second-factor') throw new Forbidden('AUTH.NO_STEP', 'Nothing is asked');
    await this.factors.prove(caller.actor.userId ?? '', code);
    const session = await this.sessions.renew(token, await this.steps.afterFactor(caller.actor));
    response.setHeader('Set-Cookie', sessionCookie(this.env, session.token, session.expiresAt));
    return this.presenter.view({ actor: caller.actor, proof: { by: 'session', ...session } });
  }

  @Post('session/second-factor/setup')
  @HttpCode(200)
  @SignedIn()
  @WhileSigningIn()
  @ApiOkResponse({ standardSchema: newFactorSchema })
  setUp(
    @CurrentCaller() caller: Caller,
    @Body({ schema: setUpFactor }) { password }: SetUpFactor,
  ): Promise<NewFactor> {
    requireSettable(caller);
    return this.factors.begin(caller.actor, password);
  }

  /** Puts the new second factor into force; answers recovery codes, this once. */
  @Post('session/second-factor/confirm')
  @HttpCode(200)
  @SignedIn()
  @WhileSigningIn()
  @ApiOkResponse({ standardSchema: z.object({ recoveryCodes: z.array(z.string()) }) })
  async confirm(
    @CurrentCaller() caller: Caller,
    @Body({ schema: proveFactor }) { code }: ProveFactor,
    @Res({ passthrough: true }) response: Response,
  ): Promise<{ recoveryCodes: string[] }> {
    requireSettable(caller);
    const recoveryCodes = await this.factors.confirm(caller.actor, code);
    const session = await this.sessions.renew(sessionOf(caller).token, null);
    response.setHeader('Set-Cookie', sessionCookie(this.env, session.token, session.expiresAt));
    return { recoveryCodes };
  }

  /** Takes away the second factor of somebody who lost it. */
  @Delete('users/:id/second-factor')
  @HttpCode(204)
  @Allow('manager')
  @ApiNoContentResponse()
  reset(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<void> {
    return this.factors.reset(actor, id);
  }
}

/** A session that has still to show the old factor, or choose a password, sets up no new one. */
function requireSettable(caller: Caller): void {
  const { pending } = sessionOf(caller);
  if (pending !== null && pending !== 'set-up-second-factor')
    throw new Forbidden('AUTH.PENDING', 'Signing in is not finished');
}
