/** Why a server gave no vectors. Says nothing of the texts that were sent. */
export class EmbeddingsError extends Error {
  override readonly name = 'EmbeddingsError';

  constructor(
    readonly reason: 'unreachable' | 'refused' | 'unreadable' | 'other dimensions',
    readonly status?: number,
    readonly retryAfter?: string | null,
  ) {
    super(status === undefined ? reason : `${reason}: ${status}`);
  }
}

/** Whether the same question may be answered later: too many at once, a broken or absent server. */
export function isWorthRetrying(error: unknown): boolean {
  if (!(error instanceof EmbeddingsError)) return false;
  if (error.reason === 'unreachable') return true;
  return error.status === 429 || error.status === 408 || (error.status ?? 0) >= 500;
}

/** Milliseconds by the server's Retry-After, in seconds or as a date; undefined when it says nothing of use. */
export function waitAskedFor(error: unknown, now: number = Date.now()): number | undefined {
  const said = error instanceof EmbeddingsError ? error.retryAfter : null;
  if (said === null || said === undefined || said === '') return undefined;
  const seconds = Number(said);
  const wait = Number.isFinite(seconds) ? seconds * 1000 : Date.parse(said) - now;
  return Number.isFinite(wait) && wait >= 0 ? wait : undefined;
}
