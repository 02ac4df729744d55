import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest();

/** An opaque token of 256 bits, for a cookie. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a token: a stolen table opens no session. */
export const digestOf = (token: string): Buffer => sha256(token);

/** The session's CSRF token: bound to the cookie's, and of no use without it. */
export const csrfTokenOf = (token: string): string => sha256(`csrf:${token}`).toString('base64url');

export const isCsrfToken = (given: string | undefined, token: string): boolean =>
  given !== undefined && timingSafeEqual(sha256(given), sha256(csrfTokenOf(token)));
