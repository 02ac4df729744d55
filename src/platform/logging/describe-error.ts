import { databaseCodeOf, violatedConstraint } from '../database/database-error';

export interface ErrorDescription {
  name: string;
  message?: string;
  code?: string;
  constraint?: string;
  stack?: string;
  cause?: ErrorDescription;
}

const framesOf = (error: Error): string | undefined =>
  error.stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');

/**
 * What may be logged of an error. Messages of PostgreSQL and of JSON.parse quote the values they stumbled over,
 * so those are told by their code and place alone.
 */
export function describeError(error: unknown, depth = 0): ErrorDescription {
  if (!(error instanceof Error)) return { name: typeof error };
  const code = databaseCodeOf(error);
  const quotesValues = code !== undefined || error instanceof SyntaxError;
  return {
    name: error.name,
    ...(!quotesValues && { message: error.message }),
    ...(code !== undefined && { code, constraint: violatedConstraint(error) }),
    stack: framesOf(error),
    ...(error.cause !== undefined && depth < 3 && { cause: describeError(error.cause, depth + 1) }),
  };
}
