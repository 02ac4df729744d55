import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { log } from '../logging/log';
import { describeError } from '../logging/describe-error';
import { refusalOf } from './problem';
import { currentRequest } from './request-context';
import { sendProblem } from './send-problem';

/** Answers every thrown error as problem+json; only what is our fault is logged, with the request's id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const refusal = refusalOf(error);
    // Answered already, when the database was lost; or turned away at the gate, which the access log tells.
    if (response.writableEnded) return;
    if (refusal.status === 500 || (refusal.status > 500 && refusal.cause !== undefined)) {
      log.error(
        { request: currentRequest()?.id, code: refusal.code, error: describeError(error) },
        'request failed',
      );
    }
    sendProblem(response, refusal);
  }
}
