import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { log } from '../logging/log';
import { describeError } from '../logging/describe-error';
import { problemOf, refusalOf } from './problem';
import { currentRequest } from './request-context';

/** Answers every thrown error as problem+json; only what is our fault is logged, with the request's id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const context = currentRequest();
    const refusal = refusalOf(error);
    if (refusal.status >= 500) {
      log.error({ request: context?.id, code: refusal.code, error: describeError(error) }, 'request failed');
    }
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const { retryAfter } = refusal.params;
    if (typeof retryAfter === 'number') response.setHeader('Retry-After', retryAfter);
    response
      .status(refusal.status)
      .type('application/problem+json')
      .send(JSON.stringify(problemOf(refusal, context?.locale ?? 'zh-CN', context?.id)));
  }
}
