import { Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor } from '../common/actor';
import type { Env } from '../platform/config/env.schema';
import { ENV } from '../platform/config/settings.module';
import { ApiKeyService } from './api-key/api-key.service';
import { readSessionCookie } from './session/session-cookie';
import { SessionService } from './session/session.service';
import type { Step } from './session/sign-in-steps';

/** How a caller proved who they are. */
export type Proof =
  | { by: 'session'; token: string; expiresAt: Date; pending: Step | null }
  | { by: 'api-key'; scopes: readonly string[] };

export interface Caller {
  actor: Actor;
  proof: Proof;
}

/** Finds out who sent a request: by its API key if it has one, else by its session cookie. */
@Injectable()
export class Authenticator {
  constructor(
    private readonly sessions: SessionService,
    private readonly apiKeys: ApiKeyService,
    @Inject(ENV) private readonly env: Env,
  ) {}

  async find(request: Request): Promise<Caller | undefined> {
    const authorization = request.get('authorization');
    if (authorization !== undefined) {
      const key = await this.apiKeys.find(authorization);
      return key && { actor: key.actor, proof: { by: 'api-key', scopes: key.scopes } };
    }
    const token = readSessionCookie(this.env, request.get('cookie'));
    const session = token === undefined ? undefined : await this.sessions.find(token);
    return token === undefined || !session
      ? undefined
      : {
          actor: session.actor,
          proof: { by: 'session', token, expiresAt: session.expiresAt, pending: session.pending },
        };
  }
}
