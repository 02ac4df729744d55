import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../common/actor';
import { type Clock, dayOf } from '../common/clock';
import { AuditChain } from '../identity/audit/audit-chain';
import { NeedService } from '../needs/need.service';
import { InjectClock } from '../platform/clock/clock.module';
import { Database } from '../platform/database/database';
import { ProjectService } from '../projects/project.service';
import type { JobHandlers } from '../queues/job-runner';
import { OutboxRepository } from '../queues/outbox.repository';
import { TalentService } from '../talent/talent.service';

/** Days for which done jobs can still be looked at. */
const KEPT_DAYS = 7;

/** Work that arises by the clock. */
@Injectable()
export class UpkeepProcessor {
  constructor(
    private readonly audit: AuditChain,
    private readonly database: Database,
    private readonly outbox: OutboxRepository,
    private readonly needs: NeedService,
    private readonly projects: ProjectService,
    private readonly talents: TalentService,
    @InjectClock() private readonly clock: Clock,
  ) {}

  readonly handlers: Pick<JobHandlers, 'extend-audit-chain' | 'expire-records' | 'sweep-outbox'> = {
    'extend-audit-chain': async () => {
      await this.audit.extend();
    },
    'expire-records': async () => {
      const today = dayOf(this.clock.now());
      for (const records of [this.needs, this.projects, this.talents]) await records.expireDue(today);
    },
    'sweep-outbox': () => this.database.as(SYSTEM, (tx) => this.outbox.sweep(KEPT_DAYS, tx)),
  };
}
