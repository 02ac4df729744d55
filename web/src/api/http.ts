import type { Problem } from '@server/platform/http/problem';
import { RequestFailed } from './problem';
import { queryString, type QueryValue } from './query-string';

const BASE = '/api/v1';
/** Pauses before another try of a request that a busy or restarting server did not take. */
const PAUSES_MS = [300, 1200];
const WORTH_ANOTHER_TRY = new Set([0, 429, 502, 503, 504]);

export interface Options {
  query?: Readonly<Record<string, QueryValue>>;
  body?: unknown;
  /** The version that the reader has seen; sent as If-Match. */
  version?: number;
  signal?: AbortSignal;
}

interface Surroundings {
  csrfToken: string | null;
  locale: string;
  /** Asks to sign in again; answers whether the same person did, and what they were doing may go on. */
  onSignedOut: () => Promise<boolean>;
}

/** What every request carries; the session and the language keep it up to date. */
export const surroundings: Surroundings = {
  csrfToken: null,
  locale: 'zh-CN',
  onSignedOut: () => Promise.resolve(false),
};

function headersOf(method: string, { body, version }: Options, key: string | undefined): Headers {
  const headers = new Headers({ 'accept-language': surroundings.locale });
  if (body !== undefined && !(body instanceof FormData)) headers.set('content-type', 'application/json');
  if (version !== undefined) headers.set('if-match', `"${version}"`);
  if (key !== undefined) headers.set('idempotency-key', key);
  if (method !== 'GET' && surroundings.csrfToken) headers.set('x-csrf-token', surroundings.csrfToken);
  return headers;
}

async function send(method: string, path: string, options: Options, key: string | undefined) {
  const { body, query, signal } = options;
  try {
    return await fetch(`${BASE}${path}${query ? queryString(query) : ''}`, {
      method,
      headers: headersOf(method, options, key),
      body: body === undefined || body instanceof FormData ? body : JSON.stringify(body),
      signal,
      credentials: 'same-origin',
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new RequestFailed(0, undefined, { cause });
  }
}

async function refusalOf(response: Response): Promise<RequestFailed> {
  const isProblem = response.headers.get('content-type')?.includes('problem+json') ?? false;
  const problem = isProblem ? ((await response.json()) as Problem) : undefined;
  return new RequestFailed(response.status, problem);
}

async function once<T>(method: string, path: string, options: Options, key: string | undefined): Promise<T> {
  const response = await send(method, path, options, key);
  if (!response.ok) throw await refusalOf(response);
  return (response.status === 204 ? undefined : await response.json()) as T;
}

/** randomUUID is missing on plain http, where some parks run it. */
const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/**
 * One request of the API. Writes carry an Idempotency-Key, so a try after a lost answer has one effect. Where the session has
 * ended it waits until the same person signed in again, and is sent then.
 * @throws RequestFailed
 */
async function request<T>(method: string, path: string, options: Options = {}): Promise<T> {
  const key = method === 'GET' || path === '/session' ? undefined : newKey();
  for (let attempt = 0; ; attempt++) {
    try {
      return await once<T>(method, path, options, key);
    } catch (error) {
      if (!(error instanceof RequestFailed)) throw error;
      if (error.status === 401 && path !== '/session') {
        const signedIn = surroundings.onSignedOut();
        // Steps of signing in are part of the answer: they cannot wait for it.
        if (!path.startsWith('/session/') && (await signedIn)) continue;
      }
      const wait = PAUSES_MS[attempt];
      if (wait === undefined || path === '/session' || !WORTH_ANOTHER_TRY.has(error.status)) throw error;
      await pause(wait);
    }
  }
}

export const get = <T>(path: string, options?: Options) => request<T>('GET', path, options);
export const post = <T>(path: string, body?: unknown, options?: Options) =>
  request<T>('POST', path, { ...options, body: body ?? {} });
export const put = <T>(path: string, body: unknown) => request<T>('PUT', path, { body });
/** `version` undefined: the record has none. */
export const patch = <T>(path: string, version: number | undefined, body: unknown) =>
  request<T>('PATCH', path, { version, body });
export const remove = <T>(path: string, options?: Options) => request<T>('DELETE', path, options);
