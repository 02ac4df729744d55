import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import {
  concat,
  defer,
  distinctUntilChanged,
  filter,
  interval,
  merge,
  type Observable,
  Subject,
  switchMap,
  takeUntil,
  takeWhile,
} from 'rxjs';
import { Notifications } from './notifications';

/** Looked at this often even without a notice. */
const LOOK_MS = 1_000;

/** Long work, as far as it has come. */
interface Progress {
  readonly state: string;
  readonly done: number;
  readonly total: number;
}

/** The progress of long work as it happens. */
@Injectable()
export class ProgressStream implements OnModuleDestroy {
  private readonly noticed = new Subject<string>();
  private readonly channels = new Set<string>();
  /** A server that stops waits for its open streams: they end with it. */
  private readonly closing = new Subject<void>();

  constructor(private readonly notifications: Notifications) {}

  onModuleDestroy(): void {
    this.closing.next();
  }

  /**
   * What `look` finds now, then after each change until it is over; looked for at each notice on `channel`. A reader who comes back is
   * told the state, not the history.
   */
  watch<P extends Progress>(
    channel: string,
    look: () => Promise<P>,
    isOver: (progress: P) => boolean,
  ): Observable<P> {
    this.listenTo(channel);
    const notices = this.noticed.pipe(filter((on) => on === channel));
    const later = merge(notices, interval(LOOK_MS)).pipe(switchMap(look));
    return concat(defer(look), later).pipe(
      distinctUntilChanged((a, b) => a.done === b.done && a.state === b.state && a.total === b.total),
      takeWhile((progress) => !isOver(progress), true),
      takeUntil(this.closing),
    );
  }

  private listenTo(channel: string): void {
    if (this.channels.has(channel)) return;
    this.channels.add(channel);
    void this.notifications.on(channel, () => this.noticed.next(channel));
  }
}
