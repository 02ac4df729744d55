import { SetMetadata, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import type { Actor, Role } from '../common/actor';
import { NotSignedIn } from '../common/errors';
import type { Caller } from './authenticator';

/** Who may call a route: anybody, anybody signed in, or the named roles. */
export type Access = 'public' | 'signed-in' | readonly Role[];
export const ACCESS = Symbol('access');

/** The route answers without a sign-in; a caller who is signed in is known all the same. */
export const Public = () => SetMetadata(ACCESS, 'public' satisfies Access);

/** Whoever is signed in may call; what they see is up to the service and row-level security. */
export const SignedIn = () => SetMetadata(ACCESS, 'signed-in' satisfies Access);

/** Only these roles may call. On a class it is the rule of every route that has none of its own. */
export const Allow = (...roles: Role[]) => SetMetadata(ACCESS, roles satisfies Access);

/** The route is part of signing in: it may be called while something is still asked of the caller. */
export const WHILE_SIGNING_IN = Symbol('while signing in');
export const WhileSigningIn = () => SetMetadata(WHILE_SIGNING_IN, true);

/** A request after the guard: `caller` is there unless the route is public. */
export interface CallerRequest extends Request {
  caller?: Caller;
}

function callerOf(context: ExecutionContext): Caller {
  const { caller } = context.switchToHttp().getRequest<CallerRequest>();
  if (!caller) throw new NotSignedIn('AUTH.REQUIRED', 'Nobody is signed in');
  return caller;
}

/** Who calls, as every service method takes it first. */
export const CurrentActor = createParamDecorator(
  (_: unknown, context: ExecutionContext): Actor => callerOf(context).actor,
);

/** Who calls and how they proved it. */
export const CurrentCaller = createParamDecorator((_: unknown, context: ExecutionContext): Caller =>
  callerOf(context),
);
