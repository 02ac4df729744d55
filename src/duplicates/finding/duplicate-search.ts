import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { WORKER } from '../../common/actor';
import type { Clock } from '../../common/clock';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import type { JobHandlers } from '../../queues/job-runner';
import { Outbox } from '../../queues/outbox';
import { DUPLICATE_KINDS, type DuplicateKind } from '../duplicate-kind';
import type { DuplicatePairEntity } from './duplicate-pair.entity';
import { DuplicateRepository } from './duplicate.repository';
import { DuplicateSearchRepository } from './duplicate-search.repository';
import { type Pair, pairUp } from './pair-up';

/** So many of the surest pairs of a kind are kept. */
const MOST_KEPT = 20_000;
/** Progress is told this often. */
const TELL_MS = 500;

/** Holds all records of a kind against each other, in a worker. */
@Injectable()
export class DuplicateSearch {
  constructor(
    private readonly database: Database,
    private readonly duplicates: DuplicateRepository,
    private readonly searches: DuplicateSearchRepository,
    private readonly outbox: Outbox,
    @InjectClock() private readonly clock: Clock,
  ) {}

  readonly handlers: Pick<JobHandlers, 'find-duplicates' | 'ask-duplicates'> = {
    'find-duplicates': ({ kind }, run) => this.run(kind, run.isLast),
    'ask-duplicates': () => this.askStale(),
  };

  /** Asks for a search of each kind that has changed since the last. */
  async askStale(): Promise<void> {
    await this.database.as(WORKER, async (tx) => {
      for (const kind of DUPLICATE_KINDS)
        if ((await this.searches.isStale(kind, tx)) && (await this.searches.ask(kind, this.clock.now(), tx)))
          await this.outbox.enqueue('find-duplicates', { kind }, tx);
    });
  }

  /** Looks, and stores what was found in one go: until then what was found before is shown. */
  async run(kind: DuplicateKind, isLast = false): Promise<void> {
    try {
      const candidates = await this.database.as(WORKER, async (tx) => {
        const all = await this.duplicates.candidates(kind, tx);
        const begun = { state: 'running', total: all.length, done: 0, startedAt: this.clock.now() } as const;
        await this.searches.advance(kind, { ...begun, finishedAt: null }, tx);
        return all;
      });
      const pairs = await pairUp(kind, candidates, this.teller(kind));
      await this.database.as(WORKER, async (tx) => {
        await this.searches.replace(kind, pairs.slice(0, MOST_KEPT).map(rowOf(kind)), tx);
        await this.end(kind, { state: 'finished', done: candidates.length }, tx);
      });
    } catch (error) {
      if (isLast) await this.database.as(WORKER, (tx) => this.end(kind, { state: 'failed' }, tx));
      throw error;
    }
  }

  private end(
    kind: DuplicateKind,
    end: { state: 'finished' | 'failed'; done?: number },
    tx: EntityManager,
  ): Promise<void> {
    return this.searches.advance(kind, { ...end, finishedAt: this.clock.now() }, tx);
  }

  private teller(kind: DuplicateKind): (done: number) => Promise<void> {
    let told = performance.now();
    return async (done) => {
      if (performance.now() - told < TELL_MS) return;
      told = performance.now();
      await this.database.as(WORKER, (tx) => this.searches.advance(kind, { done }, tx));
    };
  }
}

const rowOf =
  (kind: DuplicateKind) =>
  ({ first, second, reasons, likeness }: Pair): DuplicatePairEntity => ({
    kind,
    firstId: first.id,
    secondId: second.id,
    firstParkId: first.parkId,
    secondParkId: second.parkId,
    reasons,
    likeness,
  });
