import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM } from '../common/actor';
import { type Clock, dayOf } from '../common/clock';
import { InjectClock } from '../platform/clock/clock.module';
import type { Env } from '../platform/config/env.schema';
import { ENV } from '../platform/config/settings.module';
import { Database } from '../platform/database/database';
import type { JobHandlers } from '../queues/job-runner';
import { ErasureRepository } from './erasure.repository';
import { PersonRemoval } from './person-removal';

/** People taken out in one run; the next comes within the hour. */
const AT_ONCE = 200;

const DAY_MS = 24 * 3_600_000;

/** Takes people out whom nobody has a purpose for any more, and what lists said of them that was never taken in. */
@Injectable()
export class Retention {
  constructor(
    private readonly database: Database,
    private readonly erasure: ErasureRepository,
    private readonly removal: PersonRemoval,
    @InjectClock() private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  readonly handlers: Pick<JobHandlers, 'erase-expired-persons' | 'forget-imports'> = {
    'forget-imports': async () => {
      const before = new Date(this.clock.now().getTime() - this.env.IMPORT_DAYS * DAY_MS);
      await this.database.as(SYSTEM, (tx) => this.erasure.forgetImports(before, tx));
    },
    'erase-expired-persons': async () => {
      const before = new Date(this.clock.now());
      before.setUTCMonth(before.getUTCMonth() - this.env.PERSONAL_DATA_MONTHS);
      const due = await this.database.as(SYSTEM, (tx) => this.erasure.expired(dayOf(before), AT_ONCE, tx));
      for (const personId of due)
        await this.database.as(SYSTEM, (tx) => this.removal.takeOut(SYSTEM, personId, 'retention', tx));
    },
  };
}
