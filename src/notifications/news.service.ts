import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { WORKER } from '../common/actor';
import type { Clock } from '../common/clock';
import { newId } from '../common/ids';
import { ParkService } from '../organisations/park.service';
import { InjectClock } from '../platform/clock/clock.module';
import { Database } from '../platform/database/database';
import type { News } from '../queues/job-catalogue';
import { Outbox } from '../queues/outbox';
import { NoticeSettingsRepository } from './mail/notice-settings.repository';
import { type Concerned, ConcernedRepository } from './notices/concerned.repository';
import type { NoticeEntity } from './notices/notice.entity';
import { NoticeRepository } from './notices/notice.repository';
import type { Told } from './told';
import type { DeliveryEntity } from './webhooks/webhook.entity';
import { WebhookRepository } from './webhooks/webhook.repository';

/** What somebody is told, before it is known how. */
export interface Telling {
  event: Told;
  /** The kind of what it is about, by which the reader is led there. */
  about: string;
  aboutId: string;
  params: NoticeEntity['params'];
}

/** Tells people and systems what happened. */
@Injectable()
export class NewsService {
  constructor(
    private readonly database: Database,
    private readonly concerned: ConcernedRepository,
    private readonly notices: NoticeRepository,
    private readonly settings: NoticeSettingsRepository,
    private readonly webhooks: WebhookRepository,
    private readonly parks: ParkService,
    private readonly outbox: Outbox,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** In one transaction with `done`, so that nobody is told twice. */
  tell(news: News, id: string, done: (tx: EntityManager) => Promise<void>): Promise<void> {
    return this.database.as(WORKER, async (tx) => {
      const concerned = await this.concerned.of(news, id, tx);
      if (concerned) {
        await this.tellUsers(
          concerned.userIds,
          { event: news, about: news.split('-')[0] ?? '', aboutId: id, params: { code: concerned.code } },
          tx,
        );
        await this.tellSystems(news, id, concerned, tx);
      }
      await done(tx);
    });
  }

  /** Writes the notices of those who want them, and asks for the mails of those who want one at once. */
  async tellUsers(userIds: readonly string[], telling: Telling, tx: EntityManager): Promise<void> {
    const settings = await this.settings.ofUsers(userIds, tx);
    const muted = new Set(
      settings.filter((own) => own.muted.includes(telling.event)).map(({ userId }) => userId),
    );
    const told = userIds.filter((userId) => !muted.has(userId));
    const notices = told.map((userId): NoticeEntity => ({
      id: newId(),
      userId,
      ...telling,
      createdAt: this.clock.now(),
      readAt: null,
      mailedAt: null,
    }));
    await this.notices.add(notices, tx);
    const mailed = settings.filter(({ userId, mail }) => mail === 'instant' && told.includes(userId));
    await this.outbox.enqueueAll(
      'send-mail',
      mailed.map(({ userId }) => ({ id: userId })),
      tx,
    );
  }

  private async tellSystems(
    news: News,
    id: string,
    { code, parkId }: Concerned,
    tx: EntityManager,
  ): Promise<void> {
    const listening = await this.webhooks.listening(news, parkId, tx);
    if (listening.length === 0) return;
    const park = (await this.parks.list(tx)).find((one) => one.id === parkId)?.code ?? null;
    const deliveries = listening.map((webhook): DeliveryEntity => ({
      id: newId(),
      webhookId: webhook.id,
      event: news,
      data: { id, code, park },
      occurredAt: this.clock.now(),
      attempts: 0,
      status: null,
      error: null,
      deliveredAt: null,
    }));
    await this.webhooks.addDeliveries(deliveries, tx);
    await this.outbox.enqueueAll(
      'deliver-webhook',
      deliveries.map((delivery) => ({ id: delivery.id })),
      tx,
    );
  }
}
