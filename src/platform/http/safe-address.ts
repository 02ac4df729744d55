import { InvalidSettings } from '../config/env';
import type { Env } from '../config/env.schema';

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost']);

/**
 * Passwords must not cross a network in the clear.
 * @throws InvalidSettings for plain http beyond this machine, unless INSECURE_HTTP=1 says it is meant.
 */
export function requireSafeAddress({ HOST, PUBLIC_URL, INSECURE_HTTP }: Env): void {
  const safe = PUBLIC_URL?.startsWith('https:') || (LOOPBACK.has(HOST) && PUBLIC_URL === undefined);
  if (safe || INSECURE_HTTP) return;
  throw new InvalidSettings(
    'HOST, PUBLIC_URL: plain http beyond this machine. Set PUBLIC_URL=https://… behind a proxy, or INSECURE_HTTP=1.',
  );
}
