import { AsyncLocalStorage } from 'node:async_hooks';
import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { DomainError } from '../../common/errors';
import { DatabaseWatch } from '../database/database-watch';
import { Metrics } from '../metrics/metrics';
import { sendProblem } from './send-problem';

/** Requests being worked on at a time; the pool has ten connections, so more only wait and make all slower. */
const MOST_AT_ONCE = 64;
/** As many are taken in an overloaded process. */
const MOST_WHEN_OVERLOADED = 16;
/** Mean delay of a timer above which the process counts as overloaded until the next look. */
const MOST_DELAY_MS = 150;
const LOOK_MS = 500;
const RESOLUTION_MS = 10;
const RETRY_SECONDS = 1;

const busy = () =>
  new DomainError('SERVICE.BUSY', 503, 'The system is busy', { params: { retryAfter: RETRY_SECONDS } });

/** A page that follows progress stays open for long and costs next to nothing. */
const isFollowing = (request: Request): boolean => request.get('accept') === 'text/event-stream';

/**
 * Answers at once with 503 what could not be answered in time: more requests than can be worked on, an overloaded process,
 * a database that is gone. The requests in hand stay quick, and clients know to come again.
 */
@Injectable()
export class RequestGate implements OnModuleDestroy {
  /** How each request in hand is told that it will not be answered. */
  private readonly working = new Map<Response, () => void>();
  private readonly delay: IntervalHistogram = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  private readonly timer: NodeJS.Timeout;
  private most = MOST_AT_ONCE;

  constructor(
    private readonly database: DatabaseWatch,
    private readonly metrics: Metrics,
  ) {
    this.delay.enable();
    this.timer = setInterval(() => this.look(), LOOK_MS).unref();
    database.onLoss(() => this.giveUp());
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
    this.delay.disable();
  }

  readonly pass = (request: Request, response: Response, next: NextFunction): void => {
    if (this.database.lost || this.working.size >= this.most) {
      this.metrics.countShed();
      return next(busy());
    }
    if (!isFollowing(request)) {
      const inContext = AsyncLocalStorage.snapshot();
      this.working.set(response, () => inContext(sendProblem, response, busy()));
      response.once('close', () => this.working.delete(response));
    }
    next();
  };

  private look(): void {
    const overloaded = this.delay.mean / 1e6 - RESOLUTION_MS > MOST_DELAY_MS;
    this.most = overloaded ? MOST_WHEN_OVERLOADED : MOST_AT_ONCE;
    this.delay.reset();
  }

  /** What waits for a database that is gone is answered now. A change may be stored all the same: nobody was told so. */
  private giveUp(): void {
    for (const refuse of this.working.values()) refuse();
  }
}
