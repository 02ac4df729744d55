import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor';
import type { Clock } from '../../common/clock';
import { newId } from '../../common/ids';
import type { Page } from '../../common/page';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import { currentRequest } from '../../platform/http/request-context';
import type { AuditDetail, AuditEntry } from './audit-entry.entity';
import { AuditRepository } from './audit.repository';
import type { AuditEntryView, AuditQuery } from './audit.schema';

export interface AuditSubject {
  subjectKind: string;
  subjectId: string | null;
  detail?: AuditDetail;
}

/** The log of who did what. */
@Injectable()
export class AuditService {
  constructor(
    private readonly database: Database,
    private readonly entries: AuditRepository,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** Adds an entry in the transaction of the act itself: either both are stored or neither. */
  record(actor: Actor, action: string, subject: AuditSubject, tx: EntityManager): Promise<void> {
    return this.recordAll(actor, action, [subject], tx);
  }

  /** One entry for each of `subjects`. */
  async recordAll(
    actor: Actor,
    action: string,
    subjects: readonly AuditSubject[],
    tx: EntityManager,
  ): Promise<void> {
    const entries = subjects.map((subject): AuditEntry => ({
      id: newId(),
      at: this.clock.now(),
      actorUserId: actor.userId,
      actorRole: actor.role,
      action,
      detail: {},
      ...subject,
      requestId: currentRequest()?.id ?? null,
    }));
    if (entries.length > 0) await this.entries.insert(entries, tx);
  }

  list(actor: Actor, query: AuditQuery): Promise<Page<AuditEntryView>> {
    return this.database.as(actor, async (tx) => {
      const { items, nextCursor } = await this.entries.list(query, tx);
      const ids = items.flatMap(({ actorUserId }) => actorUserId ?? []);
      const logins = await this.entries.loginsOf(ids, tx);
      const views = items.map((entry) => ({
        ...entry,
        at: entry.at.toISOString(),
        actorLogin: logins.get(entry.actorUserId ?? '') ?? null,
      }));
      return { items: views, nextCursor };
    });
  }
}
