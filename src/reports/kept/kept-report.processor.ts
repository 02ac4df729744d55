import { Injectable } from '@nestjs/common';
import type { JobHandlers } from '../../queues/job-runner';
import { KeptReportService } from './kept-report.service';

@Injectable()
export class KeptReportProcessor {
  constructor(private readonly kept: KeptReportService) {}

  readonly handlers: Pick<JobHandlers, 'keep-reports'> = {
    'keep-reports': async () => {
      await this.kept.keepDue();
    },
  };
}
