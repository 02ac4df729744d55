import { Injectable } from '@nestjs/common';
import { type Clock, dayOf } from '../common/clock';
import { AuditChain } from '../identity/audit/audit-chain';
import { NeedService } from '../needs/need.service';
import { InjectClock } from '../platform/clock/clock.module';
import { ProjectService } from '../projects/project.service';
import type { JobHandlers } from '../queues/job-runner';
import { TalentService } from '../talent/talent.service';

/** Work that arises by the clock. */
@Injectable()
export class UpkeepProcessor {
  constructor(
    private readonly audit: AuditChain,
    private readonly needs: NeedService,
    private readonly projects: ProjectService,
    private readonly talents: TalentService,
    @InjectClock() private readonly clock: Clock,
  ) {}

  readonly handlers: Pick<JobHandlers, 'extend-audit-chain' | 'expire-records'> = {
    'extend-audit-chain': async () => {
      await this.audit.extend();
    },
    'expire-records': async () => {
      const today = dayOf(this.clock.now());
      for (const records of [this.needs, this.projects, this.talents]) await records.expireDue(today);
    },
  };
}
