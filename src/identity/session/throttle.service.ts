import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Clock } from '../../common/clock';
import { DomainError } from '../../common/errors';
import { InjectClock } from '../../platform/clock/clock.module';
import { digestOf } from './session-token';
import { ThrottleRepository } from './throttle.repository';

const LONGEST_BLOCK_SECONDS = 900;

/** Whose failures are counted together; only its digest is kept. */
export interface Throttled {
  by: 'account' | 'address' | 'factor' | 'password';
  value: string;
}

/** Failures before the next ones cost time; a whole office may share an address. */
const FREE_FAILURES: Record<Throttled['by'], number> = { account: 5, address: 50, factor: 5, password: 5 };

const keyOf = ({ by, value }: Throttled): Buffer => digestOf(`${by}:${value}`);

/** Makes guessing slow: every failure beyond the free ones doubles the time until the next try. */
@Injectable()
export class ThrottleService {
  constructor(
    private readonly throttles: ThrottleRepository,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** @throws 429 AUTH.THROTTLED while any of them is blocked */
  async require(throttled: readonly Throttled[], tx: EntityManager): Promise<void> {
    const now = this.clock.now();
    const until = await this.throttles.findBlock(throttled.map(keyOf), now, tx);
    if (!until) return;
    const seconds = Math.ceil((until.getTime() - now.getTime()) / 1000);
    throw new DomainError('AUTH.THROTTLED', 429, 'Too many attempts', {
      params: { seconds, retryAfter: seconds },
    });
  }

  async countFailure(throttled: readonly Throttled[], tx: EntityManager): Promise<void> {
    for (const one of throttled)
      await this.throttles.countFailure(
        keyOf(one),
        FREE_FAILURES[one.by],
        LONGEST_BLOCK_SECONDS,
        this.clock.now(),
        tx,
      );
  }

  clear(throttled: Throttled, tx: EntityManager): Promise<void> {
    return this.throttles.clear(keyOf(throttled), tx);
  }
}
