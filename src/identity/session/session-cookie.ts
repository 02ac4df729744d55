import { parseCookie, stringifySetCookie } from 'cookie';
import type { Env } from '../../platform/config/env.schema';

const isHttps = (env: Pick<Env, 'PUBLIC_URL'>): boolean => env.PUBLIC_URL?.startsWith('https:') ?? false;

/** Browsers silently drop a `__Host-` cookie over plain http, so there the name is plain. */
export const cookieNameOf = (env: Pick<Env, 'PUBLIC_URL'>): string =>
  isHttps(env) ? '__Host-zc_session' : 'zc_session';

export const readSessionCookie = (env: Env, header: string | undefined): string | undefined =>
  parseCookie(header ?? '')[cookieNameOf(env)];

/** The Set-Cookie header that hands out `token` until `expires`, or takes it back with an empty one in the past. */
export const sessionCookie = (env: Env, token: string, expires: Date): string =>
  stringifySetCookie({
    name: cookieNameOf(env),
    value: token,
    expires,
    httpOnly: true,
    sameSite: 'lax',
    secure: isHttps(env),
    path: '/',
  });

const attemptNameOf = (env: Env): string => (isHttps(env) ? '__Host-zc_oidc' : 'zc_oidc');
const ATTEMPT_SECONDS = 600;

export const readAttemptCookie = (env: Env, header: string | undefined): string | undefined =>
  parseCookie(header ?? '')[attemptNameOf(env)];

/** Keeps what a sign-in at an identity provider must bring back; an empty one takes it away. */
export const attemptCookie = (env: Env, value: string): string =>
  stringifySetCookie({
    name: attemptNameOf(env),
    value,
    maxAge: value === '' ? 0 : ATTEMPT_SECONDS,
    httpOnly: true,
    sameSite: 'lax',
    secure: isHttps(env),
    path: '/',
  });
