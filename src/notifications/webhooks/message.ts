import { createHmac, randomBytes } from 'node:crypto';
import { sentenceOf } from '../notices/sentence';
import type { DeliveryEntity, WebhookFormat } from './webhook.entity';

/** What is posted, and where. */
export interface Message {
  url: string;
  headers: Record<string, string>;
  body: object;
}

interface Address {
  url: string;
  secret: string | null;
}

type Sent = Pick<DeliveryEntity, 'id' | 'event' | 'data' | 'occurredAt'>;

const PREFIX = 'whsec_';
const SECRET_BYTES = 32;

/** A secret as Standard Webhooks writes it. */
export const newSecret = (): string => PREFIX + randomBytes(SECRET_BYTES).toString('base64');

/** Standard Webhooks, symmetric: HMAC-SHA256 of `id.timestamp.body`. */
export function signatureOf(secret: string, id: string, seconds: number, body: string): string {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${seconds}.${body}`).digest('base64')}`;
}

const FORMATS: Record<WebhookFormat, (address: Address, sent: Sent, now: Date) => Message> = {
  standard: ({ url, secret }, { id, event, data, occurredAt }, now) => {
    const body = { type: event.replace('-', '.'), timestamp: occurredAt.toISOString(), data };
    const seconds = Math.floor(now.getTime() / 1000);
    const headers = { 'webhook-id': id, 'webhook-timestamp': String(seconds) };
    if (secret === null) return { url, headers, body };
    const signature = signatureOf(secret, id, seconds, JSON.stringify(body));
    return { url, headers: { ...headers, 'webhook-signature': signature }, body };
  },
  // 企业微信: group robot, "text" message.
  wecom: ({ url }, sent) => ({ url, headers: {}, body: textOf(sent) }),
  // 钉钉: custom robot; sign = base64(HMAC-SHA256(secret, timestamp + "\n" + secret)).
  dingtalk: ({ url, secret }, sent, now) => {
    const signed = new URL(url);
    if (secret !== null) {
      const timestamp = String(now.getTime());
      const sign = createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
      signed.searchParams.set('timestamp', timestamp);
      signed.searchParams.set('sign', sign);
    }
    return { url: signed.href, headers: {}, body: textOf(sent) };
  },
};

export const messageOf = (format: WebhookFormat, address: Address, sent: Sent, now: Date): Message =>
  FORMATS[format](address, sent, now);

const TEST = '测试消息：智创城对接平台。';

const textOf = ({ event, data }: Sent): object => ({
  msgtype: 'text',
  text: {
    content: event === 'test' ? TEST : sentenceOf({ event, params: { code: data.code } }, 'zh-CN'),
  },
});

/** Whether the other side took it: any 2xx, and of a robot that it says so too, for it answers 200 to everything. */
export function isTaken(format: WebhookFormat, { status, text }: { status: number; text: string }): boolean {
  if (status < 200 || status > 299) return false;
  if (format === 'standard') return true;
  try {
    return (JSON.parse(text) as { errcode?: number }).errcode === 0;
  } catch {
    return false;
  }
}
