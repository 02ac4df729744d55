import { createHmac, randomBytes } from 'node:crypto';

const STEP_SECONDS = 30;
/** Steps before and after now whose code is taken too: clocks differ, and typing takes time. */
const TOLERANCE = 1;
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** 160 random bits, as RFC 4226 recommends. */
export const newTotpSecret = (): Buffer => randomBytes(20);

/** The secret as authenticator apps take it (RFC 4648 base32; 20 bytes need no padding). */
export function base32Of(bytes: Buffer): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{1,5}/g) ?? []).map((five) => BASE32[parseInt(five.padEnd(5, '0'), 2)]).join('');
}

export const stepAt = (instant: Date): number => Math.floor(instant.getTime() / 1000 / STEP_SECONDS);

/** The code of a step: HOTP (RFC 4226) with HMAC-SHA-1 over the step's number (RFC 6238). */
export function totp(secret: Buffer, step: number, digits = 6): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = (mac.at(-1) ?? 0) & 0xf;
  return String((mac.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, '0');
}

/** The step whose code `code` is, around `now` and after `last`; undefined when it is none. */
export function findStep(secret: Buffer, code: string, now: Date, last: number): number | undefined {
  const current = stepAt(now);
  for (let step = current - TOLERANCE; step <= current + TOLERANCE; step++)
    if (step > last && totp(secret, step) === code) return step;
  return undefined;
}

/** What an authenticator app reads from a QR code. */
export const totpUri = (secret: Buffer, login: string, issuer: string): string =>
  `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(login)}?secret=${base32Of(secret)}&issuer=${encodeURIComponent(issuer)}`;
