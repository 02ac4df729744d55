import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { Forbidden, NotSignedIn } from '../common/errors';
import { currentRequest } from '../platform/http/request-context';
import { ACCESS, type Access, type CallerRequest, WHILE_SIGNING_IN } from './access.decorator';
import { Authenticator, type Proof } from './authenticator';
import { requireScope } from './api-key/scope';
import { RequestQuota } from './request-quota';
import { isCsrfToken } from './session/session-token';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Lets a request through to its route: who is it, is it really their browser, may their role do this. */
@Injectable()
export class AuthGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
    private readonly quota: RequestQuota,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<CallerRequest>();
    const access = this.reflector.getAllAndOverride<Access>(ACCESS, [
      context.getHandler(),
      context.getClass(),
    ]);
    const caller = await this.authenticator.find(request);
    // Many people share an address, so it counts only for those who are nobody.
    this.quota.take(caller ? `account ${caller.actor.userId}` : `address ${request.ip}`);
    if (!caller) {
      if (access === 'public') return true;
      throw new NotSignedIn('AUTH.REQUIRED', 'Nobody is signed in');
    }
    request.caller = caller;
    const open = currentRequest();
    if (open) open.actor = caller.actor;
    if (access === 'public') return true;
    this.requireOwnHand(request, caller.proof);
    this.requireFinished(context, caller.proof);
    if (access !== 'signed-in' && !access.includes(caller.actor.role)) {
      throw new Forbidden('AUTH.FORBIDDEN', 'This role may not do this');
    }
    return true;
  }

  private requireFinished(context: ExecutionContext, proof: Proof): void {
    if (proof.by !== 'session' || proof.pending === null) return;
    if (this.reflector.get<true | undefined>(WHILE_SIGNING_IN, context.getHandler())) return;
    throw new Forbidden('AUTH.PENDING', 'Signing in is not finished', { params: { step: proof.pending } });
  }

  /** A cookie travels with requests that other sites trigger, so an unsafe one must show the CSRF token too. */
  private requireOwnHand(request: CallerRequest, proof: Proof): void {
    const safe = SAFE_METHODS.has(request.method);
    if (proof.by === 'api-key') return requireScope(proof.scopes, request.path, safe);
    if (!safe && !isCsrfToken(request.get('x-csrf-token'), proof.token)) {
      throw new Forbidden('AUTH.CSRF', 'X-CSRF-Token is missing or wrong');
    }
  }
}
