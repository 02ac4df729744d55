import type { Response } from 'express';
import type { DomainError } from '../../common/errors';
import { problemOf } from './problem';
import { currentRequest } from './request-context';

/** Answers with a problem, unless an answer has begun: then the connection is cut, for half of it would mislead. */
export function sendProblem(response: Response, refusal: DomainError): void {
  const context = currentRequest();
  if (response.headersSent) {
    if (!response.writableEnded) response.destroy();
    return;
  }
  const { retryAfter } = refusal.params;
  if (typeof retryAfter === 'number') response.setHeader('Retry-After', retryAfter);
  response
    .status(refusal.status)
    .type('application/problem+json')
    .send(JSON.stringify(problemOf(refusal, context?.locale ?? 'zh-CN', context?.id)));
}
