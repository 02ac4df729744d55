import { Conflict } from '../../common/errors';
import { databaseCodeOf } from '../../platform/database/database-error';

/** Somebody else's work may hold a row for longer than a merge waits. */
const ATTEMPTS = 5;
const LOCK_NOT_AVAILABLE = '55P03';

/** Tries a merge again that gave way to others. @throws 409 MERGE.BUSY when it always had to */
export async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = ATTEMPTS; ; left--)
    try {
      return await attempt();
    } catch (error) {
      if (databaseCodeOf(error) !== LOCK_NOT_AVAILABLE) throw error;
      if (left === 1)
        throw new Conflict('MERGE.BUSY', 'Others are at work with what hangs on the two', { cause: error });
    }
}
