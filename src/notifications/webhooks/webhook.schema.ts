import { z } from 'zod';
import { plainText } from '../../common/fields';
import { pageQuery } from '../../platform/http/query.schema';
import { NEWS } from '../../queues/job-catalogue';
import { WEBHOOK_FORMATS } from './webhook.entity';

export const createWebhook = z.strictObject({
  name: plainText(100),
  park: z.string().max(20).optional().describe('code; left out: what happens anywhere, for managers'),
  format: z.enum(WEBHOOK_FORMATS),
  url: z.url({ protocol: /^https$/ }).max(2000),
  secret: z
    .string()
    .min(8)
    .max(200)
    .optional()
    .describe('of a DingTalk robot (加签); others are given one or need none'),
  events: z.array(z.enum(NEWS)).min(1).max(NEWS.length),
});
export type CreateWebhook = z.infer<typeof createWebhook>;

export const editWebhook = z.strictObject({ enabled: z.boolean() });
export type EditWebhook = z.infer<typeof editWebhook>;

export const webhookView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    park: z.string().nullable(),
    format: z.enum(WEBHOOK_FORMATS),
    host: z.string().describe('the address may carry a key and is not shown again'),
    events: z.array(z.enum(NEWS)),
    enabled: z.boolean(),
    createdAt: z.string(),
    secret: z.string().optional().describe('of Standard Webhooks; in the answer to its creation only'),
  })
  .meta({ id: 'Webhook' });
export type WebhookView = z.infer<typeof webhookView>;

export const deliveryQuery = z.strictObject({ ...pageQuery });
export type DeliveryQuery = z.infer<typeof deliveryQuery>;

export const deliveryView = z
  .object({
    id: z.uuid(),
    event: z.enum([...NEWS, 'test']),
    occurredAt: z.string(),
    attempts: z.number().int(),
    status: z.number().int().nullable(),
    error: z.string().nullable(),
    deliveredAt: z.string().nullable(),
  })
  .meta({ id: 'WebhookDelivery' });
export type DeliveryView = z.infer<typeof deliveryView>;
