import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import type { Page } from '../../common/page';
import { findPage, newestFirst } from '../../platform/database/keyset';
import { NoticeEntity } from './notice.entity';

@Injectable()
export class NoticeRepository {
  async add(notices: readonly NoticeEntity[], tx: EntityManager): Promise<void> {
    if (notices.length > 0) await tx.insert(NoticeEntity, [...notices]);
  }

  page(
    { unread, ...page }: { unread: boolean; cursor?: string; limit: number },
    userId: string,
    tx: EntityManager,
  ): Promise<Page<NoticeEntity>> {
    const query = tx.createQueryBuilder(NoticeEntity, 'n').where('n.userId = :userId', { userId });
    if (unread) query.andWhere('n.readAt IS NULL');
    return findPage(query, newestFirst('n'), page);
  }

  async countUnread(userId: string, tx: EntityManager): Promise<number> {
    const [row] = await tx.query<{ count: number }[]>(
      'SELECT count(*) AS count FROM notices WHERE user_id = $1 AND read_at IS NULL',
      [userId],
    );
    return row?.count ?? 0;
  }

  /** These of the person's, or all. */
  async markRead(
    userId: string,
    ids: readonly string[] | undefined,
    at: Date,
    tx: EntityManager,
  ): Promise<void> {
    const which = ids === undefined ? {} : { id: In([...ids]) };
    await tx.update(NoticeEntity, { ...which, userId, readAt: IsNull() }, { readAt: at });
  }

  /** What the person has neither read nor been sent, the first first. */
  unsent(userId: string, limit: number, tx: EntityManager): Promise<NoticeEntity[]> {
    const where = { userId, readAt: IsNull(), mailedAt: IsNull() };
    return tx.find(NoticeEntity, { where, order: { id: 'ASC' }, take: limit });
  }

  async markMailed(ids: readonly string[], at: Date, tx: EntityManager): Promise<void> {
    await tx.update(NoticeEntity, { id: In([...ids]) }, { mailedAt: at });
  }
}
