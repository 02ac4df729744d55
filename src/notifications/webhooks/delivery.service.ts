import { Injectable } from '@nestjs/common';
import { WORKER } from '../../common/actor';
import type { Clock } from '../../common/clock';
import { DomainError } from '../../common/errors';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import { type OutboundAnswer, OutboundCalls } from '../../platform/outbound/outbound-calls';
import { isTaken, messageOf } from './message';
import { WebhookSecrets } from './webhook-secrets';
import type { DeliveryEntity, WebhookEntity } from './webhook.entity';
import { WebhookRepository } from './webhook.repository';

/** Calls other systems. */
@Injectable()
export class DeliveryService {
  constructor(
    private readonly database: Database,
    private readonly webhooks: WebhookRepository,
    private readonly secrets: WebhookSecrets,
    private readonly calls: OutboundCalls,
    @InjectClock() private readonly clock: Clock,
  ) {}

  /** One attempt; the queue makes the next. @throws when the other side did not take it */
  async deliver(id: string): Promise<void> {
    const found = await this.database.as(WORKER, async (tx) => {
      const delivery = await this.webhooks.findDelivery(id, tx);
      const webhook = delivery && (await this.webhooks.find(delivery.webhookId, tx));
      return delivery && webhook ? { delivery, webhook } : undefined;
    });
    if (!found?.webhook.enabled || found.delivery.deliveredAt !== null) return;
    const { delivery, webhook } = found;
    const outcome = await this.call(webhook, delivery);
    const attempts = delivery.attempts + 1;
    const deliveredAt = outcome.error === null ? this.clock.now() : null;
    await this.database.as(WORKER, (tx) => this.webhooks.note(id, { ...outcome, attempts, deliveredAt }, tx));
    if (outcome.error !== null)
      throw new DomainError('WEBHOOK.NOT_TAKEN', 502, 'The other system did not take it');
  }

  private async call(
    webhook: WebhookEntity,
    delivery: DeliveryEntity,
  ): Promise<Pick<DeliveryEntity, 'status' | 'error'>> {
    try {
      const message = messageOf(webhook.format, this.secrets.open(webhook), delivery, this.clock.now());
      const answer: OutboundAnswer = await this.calls.post(message.url, message.body, message.headers);
      return { status: answer.status, error: isTaken(webhook.format, answer) ? null : 'refused' };
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      return { status: null, error: error.code };
    }
  }
}
