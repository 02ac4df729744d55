import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Actor } from '../../common/actor';
import type { Clock } from '../../common/clock';
import { NotFound } from '../../common/errors';
import { newId } from '../../common/ids';
import type { Page } from '../../common/page';
import { AuditService } from '../../identity/audit/audit.service';
import { ParkService } from '../../organisations/park.service';
import { InjectClock } from '../../platform/clock/clock.module';
import { Database } from '../../platform/database/database';
import { OutboundTargets } from '../../platform/outbound/outbound-targets';
import { Outbox } from '../../queues/outbox';
import { Placement } from '../../records/placement';
import { newSecret } from './message';
import { WebhookSecrets } from './webhook-secrets';
import type { DeliveryEntity, WebhookEntity } from './webhook.entity';
import { WebhookRepository } from './webhook.repository';
import type { CreateWebhook, DeliveryQuery, DeliveryView, EditWebhook, WebhookView } from './webhook.schema';

/** Other systems that are told what happens: a manager names them for the network, a lead for their park. */
@Injectable()
export class WebhookService {
  constructor(
    private readonly database: Database,
    private readonly webhooks: WebhookRepository,
    private readonly secrets: WebhookSecrets,
    private readonly targets: OutboundTargets,
    private readonly placement: Placement,
    private readonly parks: ParkService,
    private readonly outbox: Outbox,
    private readonly audit: AuditService,
    @InjectClock() private readonly clock: Clock,
  ) {}

  list(actor: Actor): Promise<WebhookView[]> {
    return this.database.as(actor, async (tx) => {
      const codes = new Map((await this.parks.list(tx)).map(({ id, code }) => [id, code]));
      return (await this.webhooks.all(tx)).map((webhook) => this.viewOf(webhook, codes));
    });
  }

  /** @throws 422 OUTBOUND.OFF, OUTBOUND.ADDRESS; 403 for a lead without a park of theirs */
  async create(actor: Actor, input: CreateWebhook): Promise<WebhookView> {
    await this.targets.require(input.url);
    return this.database.as(actor, async (tx) => {
      const id = newId();
      const parkId = (await this.placement.parkId(input.park, tx)) ?? null;
      const secret = input.format === 'standard' ? newSecret() : (input.secret ?? null);
      const { name, format, events } = input;
      const webhook: WebhookEntity = {
        ...{ id, parkId, name, format, events },
        ...this.secrets.seal(id, input.url, secret),
        enabled: true,
        createdBy: actor.userId,
        createdAt: this.clock.now(),
      };
      await this.webhooks.insert(webhook, tx);
      await this.log(actor, 'webhook.made', webhook, tx);
      const view = this.viewOf(webhook, new Map([[parkId ?? '', input.park ?? '']]));
      return format === 'standard' && secret !== null ? { ...view, secret } : view;
    });
  }

  async edit(actor: Actor, id: string, { enabled }: EditWebhook): Promise<WebhookView[]> {
    await this.database.as(actor, async (tx) => {
      const webhook = await this.require(id, tx);
      await this.webhooks.setEnabled(id, enabled, tx);
      await this.log(actor, enabled ? 'webhook.enabled' : 'webhook.disabled', webhook, tx);
    });
    return this.list(actor);
  }

  remove(actor: Actor, id: string): Promise<void> {
    return this.database.as(actor, async (tx) => {
      const webhook = await this.require(id, tx);
      await this.webhooks.remove(id, tx);
      await this.log(actor, 'webhook.removed', webhook, tx);
    });
  }

  deliveries(actor: Actor, id: string, query: DeliveryQuery): Promise<Page<DeliveryView>> {
    return this.database.as(actor, async (tx) => {
      await this.require(id, tx);
      const { items, nextCursor } = await this.webhooks.deliveries(id, query, tx);
      return { items: items.map(deliveryViewOf), nextCursor };
    });
  }

  /** Sends a message that says nothing, to see whether it arrives. */
  test(actor: Actor, id: string): Promise<DeliveryView> {
    return this.database.as(actor, async (tx) => {
      await this.require(id, tx);
      const delivery: DeliveryEntity = {
        id: newId(),
        webhookId: id,
        event: 'test',
        data: { id, code: 'test', park: null },
        occurredAt: this.clock.now(),
        attempts: 0,
        ...UNSENT,
      };
      await this.webhooks.addDeliveries([delivery], tx);
      await this.outbox.enqueue('deliver-webhook', { id: delivery.id }, tx);
      return deliveryViewOf(delivery);
    });
  }

  /** Sends a message once more under the same id, so that a receiver that had it knows. @throws 404 */
  replay(actor: Actor, id: string, deliveryId: string): Promise<DeliveryView> {
    return this.database.as(actor, async (tx) => {
      await this.require(id, tx);
      const delivery = await this.webhooks.findDelivery(deliveryId, tx);
      if (delivery?.webhookId !== id) throw noSuchWebhook();
      await this.webhooks.note(deliveryId, UNSENT, tx);
      await this.outbox.enqueue('deliver-webhook', { id: deliveryId }, tx);
      return deliveryViewOf({ ...delivery, ...UNSENT });
    });
  }

  private async require(id: string, tx: EntityManager): Promise<WebhookEntity> {
    const webhook = await this.webhooks.find(id, tx);
    if (!webhook) throw noSuchWebhook();
    return webhook;
  }

  private log(actor: Actor, action: string, { id, parkId }: WebhookEntity, tx: EntityManager): Promise<void> {
    return this.audit.record(
      actor,
      action,
      { subjectKind: 'webhook', subjectId: id, detail: { park: parkId } },
      tx,
    );
  }

  private viewOf(webhook: WebhookEntity, parks: ReadonlyMap<string, string>): WebhookView {
    const { id, name, parkId, format, events, enabled, createdAt } = webhook;
    return {
      ...{ id, name, format, events, enabled },
      park: parkId === null ? null : (parks.get(parkId) ?? null),
      host: new URL(this.secrets.open(webhook).url).host,
      createdAt: createdAt.toISOString(),
    };
  }
}

const UNSENT = { status: null, error: null, deliveredAt: null };

const noSuchWebhook = () => new NotFound('WEBHOOK.NOT_FOUND', 'There is no such webhook');

const deliveryViewOf = (delivery: DeliveryEntity): DeliveryView => ({
  id: delivery.id,
  event: delivery.event,
  occurredAt: delivery.occurredAt.toISOString(),
  attempts: delivery.attempts,
  status: delivery.status,
  error: delivery.error,
  deliveredAt: delivery.deliveredAt?.toISOString() ?? null,
});
