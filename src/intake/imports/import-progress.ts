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
import type { ImportView } from './import.schema';
import { ImportService } from './import.service';

/** Looked at this often even without a notice. */
const LOOK_MS = 1_000;

const MOVING: ReadonlySet<ImportView['state']> = new Set(['reading', 'running', 'reverting']);

/** The progress of an import as it happens. */
@Injectable()
export class ImportProgressFeed implements OnModuleDestroy {
  private readonly noticed = new Subject<void>();
  /** A server that stops waits for its open streams: they end with it. */
  private readonly closing = new Subject<void>();

  constructor(
    private readonly imports: ImportService,
    notifications: Notifications,
  ) {
    void notifications.on('imports', () => this.noticed.next());
  }

  onModuleDestroy(): void {
    this.closing.next();
  }

  /** The import now, then after each change until nothing is under way. */
  watch(actor: Actor, id: string): Observable<ImportView> {
    const look = () => this.imports.get(actor, id);
    const later = merge(this.noticed, interval(LOOK_MS)).pipe(switchMap(look));
    return concat(defer(look), later).pipe(
      distinctUntilChanged((a, b) => a.done === b.done && a.state === b.state && a.total === b.total),
      takeWhile(({ state }) => MOVING.has(state), true),
      takeUntil(this.closing),
    );
  }
}
