import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Actor } from '../../common/actor';
import { Allow, CurrentActor } from '../../identity/access.decorator';
import { idParam, pageSchema } from '../../platform/http/query.schema';
import {
  createWebhook,
  type CreateWebhook,
  deliveryQuery,
  type DeliveryQuery,
  deliveryView,
  type DeliveryView,
  editWebhook,
  type EditWebhook,
  webhookView,
  type WebhookView,
} from './webhook.schema';
import { WebhookService } from './webhook.service';

const deliveryParam = z.strictObject({ id: z.uuid(), delivery: z.uuid() });

@ApiTags('webhooks')
@Controller('webhooks')
@Allow('manager', 'park-lead')
export class WebhookController {
  constructor(private readonly webhooks: WebhookService) {}

  @Get()
  @ApiOkResponse({ standardSchema: z.array(webhookView) })
  list(@CurrentActor() actor: Actor): Promise<WebhookView[]> {
    return this.webhooks.list(actor);
  }

  @Post()
  @ApiOkResponse({ standardSchema: webhookView })
  create(
    @CurrentActor() actor: Actor,
    @Body({ schema: createWebhook }) body: CreateWebhook,
  ): Promise<WebhookView> {
    return this.webhooks.create(actor, body);
  }

  @Patch(':id')
  @ApiOkResponse({ standardSchema: z.array(webhookView) })
  edit(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @Body({ schema: editWebhook }) body: EditWebhook,
  ): Promise<WebhookView[]> {
    return this.webhooks.edit(actor, id, body);
  }

  @Delete(':id')
  @HttpCode(204)
  remove(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<void> {
    return this.webhooks.remove(actor, id);
  }

  @Post(':id/test')
  @ApiOkResponse({ standardSchema: deliveryView })
  test(@CurrentActor() actor: Actor, @Param('id', idParam) id: string): Promise<DeliveryView> {
    return this.webhooks.test(actor, id);
  }

  @Get(':id/deliveries')
  @ApiOkResponse({ standardSchema: pageSchema(deliveryView) })
  deliveries(
    @CurrentActor() actor: Actor,
    @Param('id', idParam) id: string,
    @Query({ schema: deliveryQuery }) query: DeliveryQuery,
  ) {
    return this.webhooks.deliveries(actor, id, query);
  }

  @Post(':id/deliveries/:delivery/replay')
  @ApiOkResponse({ standardSchema: deliveryView })
  replay(
    @CurrentActor() actor: Actor,
    @Param({ schema: deliveryParam }) { id, delivery }: z.infer<typeof deliveryParam>,
  ): Promise<DeliveryView> {
    return this.webhooks.replay(actor, id, delivery);
  }
}
