import { SYSTEM } from '../common/actor';
import type { Database } from '../platform/database/database';
import type { RecordEntity } from './record.entity';
import type { RecordDesk } from './record-desk';
import type { RecordRepository } from './record.repository';

const BATCH = 200;

/**
 * Archives published records whose last day was before `today` ('YYYY-MM-DD') and answers how many.
 * Each batch is a transaction of its own, so that a stop in the middle loses nothing.
 */
export async function expireDue<E extends RecordEntity>(
  database: Database,
  desk: RecordDesk,
  records: RecordRepository<E>,
  today: string,
): Promise<number> {
  for (let expired = 0; ;) {
    const batch = await database.as(SYSTEM, async (tx) => {
      const due = await records.findDue(today, BATCH, tx);
      for (const { id } of due) await desk.move(SYSTEM, records, id, { move: 'expire' }, tx);
      return due.length;
    });
    expired += batch;
    if (batch < BATCH) return expired;
  }
}
