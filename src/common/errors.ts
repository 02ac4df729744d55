/** What went wrong in one field: an RFC 6901 pointer into the request, a sentence and a stable code. */
export interface FieldError {
  pointer: string;
  detail: string;
  code: string;
}

export interface ErrorOptions {
  /** Values for the message template of the code, never personal data. */
  params?: Record<string, string | number | boolean | null>;
  errors?: FieldError[];
  cause?: unknown;
}

/**
 * A refusal that the caller can act on. `code` is stable (`AREA.REASON`), `status` is the HTTP status it maps to;
 * the sentence people read is looked up by code and locale where the answer is written.
 */
export class DomainError extends Error {
  readonly params: Record<string, string | number | boolean | null>;
  readonly errors: FieldError[];

  constructor(
    readonly code: string,
    readonly status: number,
    detail: string,
    options: ErrorOptions = {},
  ) {
    super(detail, { cause: options.cause });
    this.name = new.target.name;
    this.params = options.params ?? {};
    this.errors = options.errors ?? [];
  }
}

/** 400: the request's form is wrong. */
export class InvalidInput extends DomainError {
  constructor(code: string, detail: string, options?: ErrorOptions) {
    super(code, 400, detail, options);
  }
}

/** 401: nobody is signed in, or no longer. */
export class NotSignedIn extends DomainError {
  constructor(code: string, detail: string, options?: ErrorOptions) {
    super(code, 401, detail, options);
  }
}

/** 403: the caller is known and may see the thing, but not do this to it. */
export class Forbidden extends DomainError {
  constructor(code: string, detail: string, options?: ErrorOptions) {
    super(code, 403, detail, options);
  }
}

/** 404: not there, or not for the caller to know of. */
export class NotFound extends DomainError {
  constructor(code: string, detail: string, options?: ErrorOptions) {
    super(code, 404, detail, options);
  }
}

/** 409: the thing is in a state that does not allow this, or the same already exists. */
export class Conflict extends DomainError {
  constructor(code: string, detail: string, options?: ErrorOptions) {
    super(code, 409, detail, options);
  }
}

/** 412: somebody changed the thing since the caller read it. */
export class Stale extends DomainError {
  constructor(code: string, detail: string, options?: ErrorOptions) {
    super(code, 412, detail, options);
  }
}

/** 422: well formed, but against a rule of the field (a check digit, a missing paper). */
export class RuleBroken extends DomainError {
  constructor(code: string, detail: string, options?: ErrorOptions) {
    super(code, 422, detail, options);
  }
}
