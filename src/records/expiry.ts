import { Injectable } from '@nestjs/common';
import { SYSTEM } from '../common/actor';
import { Database } from '../platform/database/database';
import type { RecordEntity } from './record.entity';
import { RecordDesk } from './record-desk';
import type { RecordRepository } from './record.repository';

const BATCH = 200;

/** Archives published records whose last day has passed. */
@Injectable()
export class Expiry {
  constructor(
    private readonly database: Database,
    private readonly desk: RecordDesk,
  ) {}

  /** `today` is 'YYYY-MM-DD'; answers how many were archived. Each batch is a transaction of its own. */
  async run<E extends RecordEntity>(records: RecordRepository<E>, today: string): Promise<number> {
    for (let expired = 0; ;) {
      const batch = await this.database.as(SYSTEM, async (tx) => {
        const due = await records.findDue(today, BATCH, tx);
        for (const { id } of due) await this.desk.move(SYSTEM, records, id, { move: 'expire' }, tx);
        return due.length;
      });
      expired += batch;
      if (batch < BATCH) return expired;
    }
  }
}
