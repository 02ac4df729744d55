import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor';
import type { Clock } from '../../common/clock';
import { Forbidden } from '../../common/errors';
import type { Locale } from '../../common/locale';
import type { Page } from '../../common/page';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import { currentRequest } from '../../platform/http/request-context';
import type { NoticeEntity } from './notice.entity';
import { NoticeRepository } from './notice.repository';
import type { MarkRead, NoticeQuery, NoticeView, UnreadView } from './notice.schema';
import { sentenceOf } from './sentence';

/** What a person was told, read by that person. */
@Injectable()
export class NoticeService {
  constructor(
    private readonly database: Database,
    private readonly notices: NoticeRepository,
    @InjectClock() private readonly clock: Clock,
  ) {}

  async list(actor: Actor, query: NoticeQuery): Promise<Page<NoticeView>> {
    const locale = currentRequest()?.locale ?? 'zh-CN';
    const { items, nextCursor } = await this.database.as(actor, (tx) =>
      this.notices.page(query, requireUser(actor), tx),
    );
    return { items: items.map((notice) => viewOf(notice, locale)), nextCursor };
  }

  async unread(actor: Actor): Promise<UnreadView> {
    return {
      unread: await this.database.as(actor, (tx) => this.notices.countUnread(requireUser(actor), tx)),
    };
  }

  markRead(actor: Actor, { ids }: MarkRead): Promise<UnreadView> {
    return this.database.as(actor, async (tx) => {
      const userId = requireUser(actor);
      await this.notices.markRead(userId, ids, this.clock.now(), tx);
      return { unread: await this.notices.countUnread(userId, tx) };
    });
  }
}

/** @throws 403 NOTICE.NEEDS_A_PERSON for an API key that stands for nobody */
export function requireUser(actor: Actor): string {
  if (actor.userId === null) throw new Forbidden('NOTICE.NEEDS_A_PERSON', 'Only people are told anything');
  return actor.userId;
}

const viewOf = (notice: NoticeEntity, locale: Locale): NoticeView => ({
  id: notice.id,
  event: notice.event,
  about: { kind: notice.about, id: notice.aboutId },
  text: sentenceOf(notice, locale),
  createdAt: notice.createdAt.toISOString(),
  readAt: notice.readAt?.toISOString() ?? null,
});
