import type { NextFunction, Request, Response } from 'express';
import { currentRequest } from '../http/request-context';
import type { Metrics } from '../metrics/metrics';
import { log } from './log';

/** The registered pattern ("/api/v1/needs/:id"), never the address itself: ids and search words stay out of the log. */
export const routeOf = (request: Request): string => {
  const route: unknown = request.route;
  return route && typeof route === 'object' && 'path' in route ? String(route.path) : 'none';
};

/** Logs each answered request by its allow-listed fields, and counts it. */
export const accessLog =
  (metrics: Metrics) =>
  (request: Request, response: Response, next: NextFunction): void => {
    const started = performance.now();
    const context = currentRequest();
    response.once('close', () => {
      const ms = performance.now() - started;
      const route = routeOf(request);
      metrics.observeRequest(request.method, route, response.statusCode, ms / 1000);
      log.info(
        {
          method: request.method,
          route,
          status: response.statusCode,
          ms: Math.round(ms),
          request: context?.id,
          user: context?.actor?.userId,
          ...(!response.writableFinished && { aborted: true }),
        },
        'request',
      );
    });
    next();
  };
