import { Controller, Get, Inject, Query, Req, Res } from '@nestjs/common';
import { ApiFoundResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { z } from 'zod';
import type { Env } from '../../platform/config/env.schema';
import { ENV } from '../../platform/config/settings.module';
import { DomainError } from '../../common/errors';
import { Public } from '../access.decorator';
import { attemptCookie, readAttemptCookie, sessionCookie } from '../session/session-cookie';
import { OidcFlow } from './oidc-flow';
import { OidcSignInService } from './oidc-sign-in.service';

const CALLBACK = '/api/v1/session/oidc/callback';

/** A page of this site, never another's: "//evil.example" and "/\\evil" are other sites to a browser. */
const ownPage = z
  .string()
  .max(500)
  .regex(/^\/(?![/\\])[^\s\\]*$/)
  .default('/');
const beginQuery = z.strictObject({ to: ownPage });
/** Providers add parameters of their own; the library reads the address itself. */
const callbackQuery = z.looseObject({});

const signInOptions = z
  .object({ oidc: z.string().nullable().describe('what the button of the identity provider says') })
  .meta({ id: 'SignInOptions' });

/** Signing in at the organisation's own identity provider. */
@ApiTags('session')
@Controller('session')
@Public()
export class OidcController {
  constructor(
    private readonly flow: OidcFlow,
    private readonly signIns: OidcSignInService,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** The ways of signing in beside a password. */
  @Get('options')
  @ApiOkResponse({ standardSchema: signInOptions })
  options(): z.infer<typeof signInOptions> {
    return { oidc: this.flow.label() };
  }

  /** Sends the browser to the provider. */
  @Get('oidc')
  @ApiFoundResponse()
  async begin(
    @Query({ schema: beginQuery }) { to }: z.infer<typeof beginQuery>,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const { url, cookie } = await this.flow.begin(this.baseOf(request) + CALLBACK, to);
    response.setHeader('Set-Cookie', attemptCookie(this.env, cookie));
    response.redirect(url);
  }

  /** Where the provider sends the browser back to. */
  @Get('oidc/callback')
  @ApiFoundResponse()
  async finish(
    @Query({ schema: callbackQuery }) _query: object,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const kept = readAttemptCookie(this.env, request.get('cookie')) ?? '';
    try {
      const address = new URL(this.baseOf(request) + request.originalUrl);
      const { identity, to } = await this.flow.finish(address, kept);
      const { token, expiresAt } = await this.signIns.signIn(identity);
      response.setHeader('Set-Cookie', [
        sessionCookie(this.env, token, expiresAt),
        attemptCookie(this.env, ''),
      ]);
      response.redirect(to);
    } catch (error) {
      if (!(error instanceof DomainError) || error.status !== 401) throw error;
      response.setHeader('Set-Cookie', attemptCookie(this.env, ''));
      response.redirect(`/sign-in?failed=${error.code}`);
    }
  }

  /** Without PUBLIC_URL only this machine is served, and the request's own address is as good. */
  private baseOf(request: Request): string {
    return this.env.PUBLIC_URL?.replace(/\/$/, '') ?? `${request.protocol}://${request.get('host')}`;
  }
}
