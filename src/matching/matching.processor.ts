import { Injectable } from '@nestjs/common';
import type { JobHandlers } from '../queues/job-runner';
import { MatchingService } from './matching.service';
import { BulkMatchService } from './runs/bulk-match.service';

/** Matching's share of the jobs. */
@Injectable()
export class MatchingProcessor {
  constructor(
    private readonly matching: MatchingService,
    private readonly bulk: BulkMatchService,
  ) {}

  readonly handlers: Pick<JobHandlers, 'match-record' | 'match-all'> = {
    'match-record': ({ kind, id }, run) => this.matching.matchRecord(kind, id, (tx) => run.done(tx)),
    'match-all': ({ runId }, run) => this.bulk.run(runId, run.isLast),
  };
}
