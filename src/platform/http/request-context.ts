import { AsyncLocalStorage } from 'node:async_hooks';
import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import type { Actor } from '../../common/actor';
import type { Locale } from '../../common/locale';
import { localeOf } from './locale';

/** What every piece of code below a request may ask about it. */
export interface RequestContext {
  readonly id: string;
  readonly locale: Locale;
  /** Set by the guard once the caller is known. */
  actor?: Actor;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** The request being answered, or undefined in a job or at start. */
export const currentRequest = (): RequestContext | undefined => storage.getStore();

/** A client's own id is kept only when it cannot forge a log line. */
const CLEAN_ID = /^[\w.-]{8,64}$/;

/** Opens the context of a request and names the request in the answer's `X-Request-Id`. */
export function openRequestContext(request: Request, response: Response, next: NextFunction): void {
  const given = request.get('x-request-id');
  const id = given && CLEAN_ID.test(given) ? given : randomUUID();
  response.setHeader('X-Request-Id', id);
  storage.run({ id, locale: localeOf(request.get('accept-language')) }, next);
}
