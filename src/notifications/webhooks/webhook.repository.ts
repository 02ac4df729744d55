import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Page } from '../../common/page';
import { findPage, newestFirst } from '../../platform/database/keyset';
import type { News } from '../../queues/job-catalogue';
import { DeliveryEntity, WebhookEntity } from './webhook.entity';

@Injectable()
export class WebhookRepository {
  all(tx: EntityManager): Promise<WebhookEntity[]> {
    return tx.find(WebhookEntity, { order: { id: 'ASC' } });
  }

  find(id: string, tx: EntityManager): Promise<WebhookEntity | null> {
    return tx.findOneBy(WebhookEntity, { id });
  }

  /** Those that listen to `news` of a park. */
  listening(news: News, parkId: string | null, tx: EntityManager): Promise<WebhookEntity[]> {
    return tx
      .createQueryBuilder(WebhookEntity, 'w')
      .where('w.enabled AND :news = ANY (w.events) AND (w.parkId IS NULL OR w.parkId = :parkId)', {
        news,
        parkId,
      })
      .getMany();
  }

  async insert(webhook: WebhookEntity, tx: EntityManager): Promise<void> {
    await tx.insert(WebhookEntity, webhook);
  }

  async setEnabled(id: string, enabled: boolean, tx: EntityManager): Promise<void> {
    await tx.update(WebhookEntity, { id }, { enabled });
  }

  async remove(id: string, tx: EntityManager): Promise<void> {
    await tx.delete(WebhookEntity, { id });
  }

  async addDeliveries(deliveries: readonly DeliveryEntity[], tx: EntityManager): Promise<void> {
    if (deliveries.length > 0) await tx.insert(DeliveryEntity, [...deliveries]);
  }

  findDelivery(id: string, tx: EntityManager): Promise<DeliveryEntity | null> {
    return tx.findOneBy(DeliveryEntity, { id });
  }

  deliveries(
    webhookId: string,
    page: { cursor?: string; limit: number },
    tx: EntityManager,
  ): Promise<Page<DeliveryEntity>> {
    const query = tx.createQueryBuilder(DeliveryEntity, 'd').where('d.webhookId = :webhookId', { webhookId });
    return findPage(query, newestFirst('d'), page);
  }

  async note(
    id: string,
    outcome: Partial<Pick<DeliveryEntity, 'attempts' | 'status' | 'error' | 'deliveredAt'>>,
    tx: EntityManager,
  ): Promise<void> {
    await tx.update(DeliveryEntity, { id }, outcome);
  }
}
