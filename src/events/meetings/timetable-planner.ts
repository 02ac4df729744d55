import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DomainError, RuleBroken } from '../../common/errors';
import { Limiter } from '../../common/limiter';
import { askProcess } from '../../platform/processes/limited-process';
import type { Planned, PlanningQuestion } from '../timetable/planning';

const CHILD = join(__dirname, '../timetable/timetable.child');
const LIMITS = { memoryMb: 700, milliseconds: 60_000 };
const AT_ONCE = Math.max(1, availableParallelism() - 1);
const WAITING = 8;

const busy = () =>
  new DomainError('SERVICE.BUSY', 503, 'Many timetables are being planned', { params: { retryAfter: 5 } });

/** Plans meetings in a process of its own, so that the server answers others meanwhile. */
@Injectable()
export class TimetablePlanner {
  private readonly processes = new Limiter(AT_ONCE, WAITING, busy);

  /**
   * `signal` ends the planning when nobody waits for it any more.
   * @throws 422 SESSION.PLANNING_STOPPED; 503 SERVICE.BUSY when many plan at once
   */
  async plan(question: PlanningQuestion, signal?: AbortSignal): Promise<Planned> {
    const planned = await this.processes.run(() =>
      askProcess<Planned>(require.resolve(CHILD), question, { ...LIMITS, signal }),
    );
    if (!planned)
      throw new RuleBroken('SESSION.PLANNING_STOPPED', 'The planning took too much time or memory');
    return planned;
  }
}
