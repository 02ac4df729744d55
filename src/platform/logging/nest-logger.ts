import type { LoggerService } from '@nestjs/common';
import { describeError } from './describe-error';
import { log } from './log';

/** Nest's own messages (module wiring, start and stop), in the same log as everything else. */
export class NestLogger implements LoggerService {
  log(message: unknown, ...context: unknown[]): void {
    log.debug({ context: context.at(-1) }, String(message));
  }
  debug(message: unknown, ...context: unknown[]): void {
    log.trace({ context: context.at(-1) }, String(message));
  }
  warn(message: unknown, ...context: unknown[]): void {
    log.warn({ context: context.at(-1) }, String(message));
  }
  error(message: unknown, ...context: unknown[]): void {
    const error = message instanceof Error ? describeError(message) : undefined;
    log.error({ context: context.at(-1), error }, error ? error.name : String(message));
  }
}
