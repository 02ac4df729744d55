import { Inject, Injectable } from '@nestjs/common';
import { DomainError } from '../common/errors';
import type { Env } from '../platform/config/env.schema';
import { ENV } from '../platform/config/settings.module';

/** Senders remembered; who has not asked for longest is forgotten first. */
const MOST_SENDERS = 10_000;
const MINUTE_MS = 60_000;

interface Allowance {
  left: number;
  /** When `left` was right, in ms of the process. */
  at: number;
}

/**
 * How many requests one sender may make: a minute's worth at once, which comes back evenly. Each web server counts for
 * itself, in memory, so that counting costs no request anything; a program that runs wild is slowed, others are not.
 */
@Injectable()
export class RequestQuota {
  private readonly allowances = new Map<string, Allowance>();
  private readonly perMinute: number;

  constructor(@Inject(ENV) { REQUESTS_PER_MINUTE }: Pick<Env, 'REQUESTS_PER_MINUTE'>) {
    this.perMinute = REQUESTS_PER_MINUTE;
  }

  /** Counts one request of `sender`; `now` in ms, never going back. @throws 429 HTTP.TOO_MANY with when to come again */
  take(sender: string, now = performance.now()): void {
    if (this.perMinute === 0) return;
    const left = this.leftOf(sender, now);
    this.remember(sender, { left: left < 1 ? left : left - 1, at: now });
    if (left >= 1) return;
    const seconds = Math.max(1, Math.ceil(((1 - left) * MINUTE_MS) / this.perMinute / 1000));
    throw new DomainError('HTTP.TOO_MANY', 429, 'Too many requests', {
      params: { seconds, retryAfter: seconds },
    });
  }

  private leftOf(sender: string, now: number): number {
    const known = this.allowances.get(sender);
    if (!known) return this.perMinute;
    return Math.min(this.perMinute, known.left + ((now - known.at) * this.perMinute) / MINUTE_MS);
  }

  private remember(sender: string, allowance: Allowance): void {
    this.allowances.delete(sender);
    this.allowances.set(sender, allowance);
    if (this.allowances.size <= MOST_SENDERS) return;
    const { value: longest } = this.allowances.keys().next();
    if (longest !== undefined) this.allowances.delete(longest);
  }
}
