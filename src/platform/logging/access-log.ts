import type { NextFunction, Request, Response } from 'express';
import { currentRequest } from '../http/request-context';
import { log } from './log';

/** The registered pattern ("/api/v1/needs/:id"), never the address itself: ids and search words stay out of the log. */
export const routeOf = (request: Request): string => {
  const route: unknown = request.route;
  return route && typeof route === 'object' && 'path' in route ? String(route.path) : 'none';
};

/** Logs each answered request by its allow-listed fields. */
export function accessLog(request: Request, response: Response, next: NextFunction): void {
  const started = performance.now();
  const context = currentRequest();
  response.once('close', () => {
    log.info(
      {
        method: request.method,
        route: routeOf(request),
        status: response.statusCode,
        ms: Math.round(performance.now() - started),
        request: context?.id,
        user: context?.actor?.userId,
        ...(!response.writableFinished && { aborted: true }),
      },
      'request',
    );
  });
  next();
}
