import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Response } from 'express';

/** Aborted when the caller goes away before the answer: for work that nobody then waits for. */
export const Left = createParamDecorator((_: unknown, context: ExecutionContext): AbortSignal => {
  const left = new AbortController();
  const response = context.switchToHttp().getResponse<Response>();
  response.once('close', () => {
    if (!response.writableFinished) left.abort();
  });
  return left.signal;
});
