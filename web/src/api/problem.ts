import type { Problem } from '@server/platform/http/problem';

/** A request that was refused, or never arrived: `problem` is what the server said, if it said anything. */
export class RequestFailed extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem | undefined,
    options?: ErrorOptions,
  ) {
    super(problem?.detail ?? `HTTP ${status}`, options);
    this.name = 'RequestFailed';
  }

  /** The network did not carry the request. */
  get isOffline(): boolean {
    return this.status === 0;
  }

  /** Somebody changed the record in the meantime. */
  get isStale(): boolean {
    return this.status === 412;
  }

  /** What a person may quote to support. */
  get code(): string {
    return this.problem?.code ?? (this.isOffline ? 'NETWORK' : `HTTP.${this.status}`);
  }
}

export const isRequestFailed = (error: unknown): error is RequestFailed => error instanceof RequestFailed;

/** The server's remarks on single fields, by the field's path: '/hiring/headcount' → ['hiring', 'headcount']. */
export const fieldErrorsOf = (error: RequestFailed): { path: string[]; detail: string }[] =>
  (error.problem?.errors ?? []).map(({ pointer, detail }) => ({
    path: pointer.split('/').slice(1),
    detail,
  }));
