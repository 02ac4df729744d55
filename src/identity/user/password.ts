import { randomInt } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { DomainError } from '../../common/errors';
import { Limiter } from '../../common/limiter';

/** Argon2id with 19 MiB, 2 passes, 1 lane (OWASP Password Storage Cheat Sheet). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** No 0/O, 1/l/I: a password may have to be read from paper. */
const LETTERS = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';
const RANDOM_LENGTH = 20;

/** A random password of 116 bits. */
export const randomPassword = (): string =>
  Array.from({ length: RANDOM_LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('');

/** Makes and checks password digests, few at a time: each costs a core for some 20 ms and 19 MiB. */
@Injectable()
export class PasswordHasher {
  private readonly limiter = new Limiter(
    2,
    50,
    () => new DomainError('SERVICE.BUSY', 503, 'Too many sign-ins at once', { params: { retryAfter: 2 } }),
  );
  private decoy: Promise<string> | undefined;

  hash(password: string): Promise<string> {
    return this.limiter.run(() => hash(password, COST));
  }

  /** False for an unknown user too, after the same work: the time of the answer tells nothing. */
  async matches(password: string, digest: string | undefined): Promise<boolean> {
    this.decoy ??= hash(randomPassword(), COST);
    const compared = digest ?? (await this.decoy);
    const matches = await this.limiter.run(() => verify(compared, password));
    return matches && digest !== undefined;
  }
}
