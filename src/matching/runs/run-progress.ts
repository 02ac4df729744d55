import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import {
  concat,
  defer,
  distinctUntilChanged,
  interval,
  merge,
  type Observable,
  Subject,
  switchMap,
  takeUntil,
  takeWhile,
} from 'rxjs';
import type { Actor } from '../../common/actor';
import { Notifications } from '../../platform/database/notifications';
import type { RunEntity } from './run.entity';
import { RunService } from './run.service';
import { isOver } from './run.view';

/** Looked at this often even without a notice. */
const LOOK_MS = 1_000;

/** The progress of a run as it happens. */
@Injectable()
export class RunProgressFeed implements OnModuleDestroy {
  private readonly noticed = new Subject<void>();
  /** A server that stops waits for its open streams: they end with it. */
  private readonly closing = new Subject<void>();

  constructor(
    private readonly runs: RunService,
    notifications: Notifications,
  ) {
    void notifications.on('match_runs', () => this.noticed.next());
  }

  onModuleDestroy(): void {
    this.closing.next();
  }

  /** The run now, then after each change until it is over. A reader who comes back is told the state, not the history. */
  watch(actor: Actor, id: string): Observable<RunEntity> {
    const look = () => this.runs.get(actor, id);
    const later = merge(this.noticed, interval(LOOK_MS)).pipe(switchMap(look));
    return concat(defer(look), later).pipe(
      distinctUntilChanged((a, b) => a.done === b.done && a.state === b.state && a.total === b.total),
      takeWhile((run) => !isOver(run), true),
      takeUntil(this.closing),
    );
  }
}
