import { Conflict, DomainError, Forbidden, InvalidInput, RuleBroken } from '../../common/errors';

/** Without delay the same statement would fail again for the same reason. */
const RETRY_SECONDS = 1;

const busy = (cause: unknown): DomainError =>
  new DomainError('SERVICE.BUSY', 503, 'The system is busy', {
    cause,
    params: { retryAfter: RETRY_SECONDS },
  });
const malformed = (cause: unknown) =>
  new InvalidInput('INPUT.INVALID', 'A value has a wrong form', { cause });
const concurrent = (cause: unknown) =>
  new Conflict('DATA.CONCURRENT', 'The change collided with another', { cause });

/** What a SQLSTATE (PostgreSQL, appendix A) means to a caller; states not named here are our own mistakes. */
const REFUSALS: Record<string, (cause: unknown) => DomainError> = {
  '22001': malformed,
  '22003': malformed,
  '22007': malformed,
  '22008': malformed,
  '22021': malformed,
  '22P02': malformed,
  '22P05': malformed,
  '23503': (cause) => new Conflict('DATA.REFERENCE', 'A referenced record is missing or in use', { cause }),
  '23505': (cause) => new Conflict('DATA.DUPLICATE', 'The same record exists', { cause }),
  '23514': (cause) => new RuleBroken('DATA.RULE', 'A rule of the data is broken', { cause }),
  '23P01': (cause) => new Conflict('DATA.DUPLICATE', 'The same record exists', { cause }),
  '40001': concurrent,
  '40P01': concurrent,
  '42501': (cause) => new Forbidden('AUTH.FORBIDDEN', 'Not allowed', { cause }),
  '53100': busy,
  '53200': busy,
  '53300': busy,
  '55P03': busy,
  '57014': busy,
  '57P01': busy,
  '57P02': busy,
  '57P03': busy,
  '25P03': busy,
  // Ours: a reference to what was merged away meanwhile (migration 0052).
  ZM001: (cause) => new Conflict('RECORD.MERGED', 'The record was merged into another', { cause }),
  '08000': busy,
  '08001': busy,
  '08003': busy,
  '08006': busy,
};

const LOST_CONNECTION = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOENT']);
/** node-postgres gives these no code; the last is TypeORM's word for a connection that broke between two statements. */
const LOST_CONNECTION_TEXT =
  /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Query read timeout|Database connection provided by a query runner was already released|Query runner already released)/;

/** The SQLSTATE (or system code) of a database error, wrapped by TypeORM or not. */
export function databaseCodeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const driverError: unknown = 'driverError' in error ? error.driverError : error;
  return driverError instanceof Error && 'code' in driverError && typeof driverError.code === 'string'
    ? driverError.code
    : undefined;
}

/** The name of the violated constraint, to turn a known one into the feature's own error. */
export function violatedConstraint(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const driverError: unknown = 'driverError' in error ? error.driverError : error;
  return driverError instanceof Error &&
    'constraint' in driverError &&
    typeof driverError.constraint === 'string'
    ? driverError.constraint
    : undefined;
}

/** A database error as a refusal, or undefined when it is none or our own mistake. */
export function refusalOfDatabase(error: unknown): DomainError | undefined {
  const code = databaseCodeOf(error);
  if (code !== undefined) {
    if (LOST_CONNECTION.has(code)) return busy(error);
    return REFUSALS[code]?.(error);
  }
  return error instanceof Error && LOST_CONNECTION_TEXT.test(error.message) ? busy(error) : undefined;
}
