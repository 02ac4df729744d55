import { Injectable } from '@nestjs/common';
import { type Clock, dayOf } from '../common/clock';
import { AuditChain } from '../identity/audit/audit-chain';
import { NeedRepository } from '../needs/need.repository';
import { InjectClock } from '../platform/clock/clock.module';
import { ProjectRepository } from '../projects/project.repository';
import type { JobHandlers } from '../queues/job-runner';
import { Database } from '../platform/database/database';
import { expireDue } from '../records/expiry';
import { RecordDesk } from '../records/record-desk';
import { TalentRepository } from '../talent/talent.repository';

/** Work that arises by the clock. */
@Injectable()
export class UpkeepProcessor {
  constructor(
    private readonly audit: AuditChain,
    private readonly database: Database,
    private readonly desk: RecordDesk,
    private readonly needs: NeedRepository,
    private readonly projects: ProjectRepository,
    private readonly talents: TalentRepository,
    @InjectClock() private readonly clock: Clock,
  ) {}

  readonly handlers: Pick<JobHandlers, 'extend-audit-chain' | 'expire-records'> = {
    'extend-audit-chain': async () => {
      await this.audit.extend();
    },
    'expire-records': async () => {
      const today = dayOf(this.clock.now());
      await expireDue(this.database, this.desk, this.needs, today);
      await expireDue(this.database, this.desk, this.projects, today);
      await expireDue(this.database, this.desk, this.talents, today);
    },
  };
}
