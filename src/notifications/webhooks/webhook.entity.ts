import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { News } from '../../queues/job-catalogue';

/** Standard Webhooks, or the group robots of WeCom and DingTalk. */
export const WEBHOOK_FORMATS = ['standard', 'wecom', 'dingtalk'] as const;
export type WebhookFormat = (typeof WEBHOOK_FORMATS)[number];

/** Another system that is told what happens. */
@Entity('webhooks')
export class WebhookEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** null: of the whole network. */
  @Column('uuid', { name: 'park_id', nullable: true })
  parkId!: string | null;

  @Column('text')
  name!: string;

  @Column('text')
  format!: WebhookFormat;

  /** Encrypted: the address of a group robot carries its key. */
  @Column('bytea')
  url!: Buffer;

  /** Encrypted. */
  @Column('bytea', { nullable: true })
  secret!: Buffer | null;

  @Column('text', { array: true })
  events!: News[];

  @Column('boolean')
  enabled!: boolean;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}

/** One call to one webhook, tried until the other side takes it. */
@Entity('webhook_deliveries')
export class DeliveryEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'webhook_id' })
  webhookId!: string;

  @Column('text')
  event!: News | 'test';

  @Column('jsonb')
  data!: DeliveryData;

  @Column('timestamptz', { name: 'occurred_at' })
  occurredAt!: Date;

  @Column('int')
  attempts!: number;

  /** What the other system answered. */
  @Column('int', { nullable: true })
  status!: number | null;

  /** A code of ours, never what the other system said. */
  @Column('text', { nullable: true })
  error!: string | null;

  @Column('timestamptz', { name: 'delivered_at', nullable: true })
  deliveredAt!: Date | null;
}

/** What another system is told: which thing, never who. */
export interface DeliveryData {
  id: string;
  code: string;
  park: string | null;
}
