import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import {
  auditTime,
  concat,
  defer,
  distinctUntilChanged,
  interval,
  merge,
  type Observable,
  Subject,
  switchMap,
  takeUntil,
} from 'rxjs';
import { type Actor, WORKER } from '../../common/actor';
import { Database } from '../../platform/database/database';
import { Notifications } from '../../platform/database/notifications';
import { isAtHome } from '../../records/record-rights';
import type { PairKind } from '../../taxonomy/match.vocabulary';
import { RecordSource } from '../corpus/record-source';
import type { ShortlistEntity } from './shortlist.entity';
import { ShortlistRepository, SHORTLISTS_CHANGED } from './shortlist.repository';
import type { ShortlistProgress } from './shortlist.schema';

/** Looked at this often even without a notice. */
const LOOK_MS = 2_000;
/** A bulk run sends a notice for each of its batches: one look answers those that come together. */
const TOGETHER_MS = 50;

/** How far the shortlist of a demand is, as it happens. */
@Injectable()
export class ShortlistFeed implements OnModuleDestroy {
  private readonly noticed = new Subject<void>();
  /** A server that stops waits for its open streams: they end with it. */
  private readonly closing = new Subject<void>();

  constructor(
    private readonly database: Database,
    private readonly shortlists: ShortlistRepository,
    private readonly source: RecordSource,
    notifications: Notifications,
  ) {
    void notifications.on(SHORTLISTS_CHANGED, () => this.noticed.next());
  }

  onModuleDestroy(): void {
    this.closing.next();
  }

  /** The state now, then after each change. A reader who comes back is told the state, not the history. */
  watch(actor: Actor, demandId: string, pairKind: PairKind): Observable<ShortlistProgress> {
    const look = () => this.look(actor, demandId, pairKind);
    const later = merge(this.noticed.pipe(auditTime(TOGETHER_MS)), interval(LOOK_MS)).pipe(switchMap(look));
    return concat(defer(look), later).pipe(
      distinctUntilChanged((a, b) => a.updatedAt === b.updatedAt && a.entries === b.entries),
      takeUntil(this.closing),
    );
  }

  private async look(actor: Actor, demandId: string, pairKind: PairKind): Promise<ShortlistProgress> {
    const list =
      actor.role === 'enterprise'
        ? await this.listOfOwn(actor, demandId, pairKind)
        : await this.database.as(actor, (tx) => this.shortlists.find(demandId, pairKind, tx));
    return {
      updatedAt: list?.updatedAt.toISOString() ?? null,
      changedAt: list?.changedAt?.toISOString() ?? null,
      entries: list?.supplyIds.length ?? 0,
    };
  }

  /** An enterprise follows how far its own demand is, though the list itself is its park's. */
  private listOfOwn(actor: Actor, demandId: string, pairKind: PairKind): Promise<ShortlistEntity | null> {
    return this.database.as(WORKER, async (tx) => {
      const demand = (await this.source.demands([demandId], tx)).get(demandId);
      return demand && isAtHome(actor, demand) ? this.shortlists.find(demandId, pairKind, tx) : null;
    });
  }
}
