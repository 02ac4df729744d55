import { Injectable } from '@nestjs/common';
import type { JobHandlers } from '../../queues/job-runner';
import { FollowUpService } from './follow-up.service';

@Injectable()
export class FollowUpProcessor {
  constructor(private readonly followUps: FollowUpService) {}

  readonly handlers: Pick<JobHandlers, 'raise-follow-ups'> = {
    'raise-follow-ups': async () => {
      await this.followUps.raiseDue();
    },
  };
}
