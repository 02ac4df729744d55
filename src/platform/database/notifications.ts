import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { Client, escapeIdentifier } from 'pg';

const RECONNECT_MS = 1_000;

/**
 * PostgreSQL's NOTIFY, as a wake-up call only: a lost notice delays work until the listener's own timer, never loses it.
 * One connection for all channels, opened for the first; after a break it reconnects and calls every listener once.
 */
export class Notifications implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly listeners = new Map<string, (() => void)[]>();
  private client: Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private started = false;
  private closed = false;

  constructor(private readonly url: string) {}

  /** Calls `wake` at each notice on the channel, and after every break of the connection. */
  async on(channel: string, wake: () => void): Promise<void> {
    const known = this.listeners.get(channel);
    this.listeners.set(channel, [...(known ?? []), wake]);
    if (known !== undefined || !this.started) return;
    if (this.client === undefined) await this.connect();
    else await this.client.query(`LISTEN ${escapeIdentifier(channel)}`);
  }

  async onApplicationBootstrap(): Promise<void> {
    this.started = true;
    if (this.listeners.size > 0) await this.connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    await this.client?.end();
  }

  private async connect(): Promise<void> {
    const client = new Client({
      connectionString: this.url,
      keepAlive: true,
      connectionTimeoutMillis: 3_000,
    });
    client.on('error', () => this.reconnect());
    client.on('end', () => this.reconnect());
    client.on('notification', ({ channel }) => this.listeners.get(channel)?.forEach((wake) => wake()));
    await client.connect();
    for (const channel of this.listeners.keys()) await client.query(`LISTEN ${escapeIdentifier(channel)}`);
    this.client = client;
  }

  private reconnect(): void {
    if (this.closed || this.retry !== undefined) return;
    this.client = undefined;
    this.retry = setTimeout(() => {
      this.retry = undefined;
      this.connect().then(
        () => this.listeners.forEach((wakes) => wakes.forEach((wake) => wake())),
        () => this.reconnect(),
      );
    }, RECONNECT_MS);
  }
}
