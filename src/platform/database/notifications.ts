import { Client } from 'pg';

const RECONNECT_MS = 1_000;

/**
 * PostgreSQL's NOTIFY, as a wake-up call only: a lost notice delays work until the listener's own timer, never loses it.
 * One connection for all channels; after a break it reconnects and calls every listener once.
 */
export class Notifications {
  private readonly listeners = new Map<string, (() => void)[]>();
  private client: Client | undefined;
  private retry: NodeJS.Timeout | undefined;
  private closed = false;

  constructor(private readonly url: string) {}

  on(channel: string, wake: () => void): void {
    this.listeners.set(channel, [...(this.listeners.get(channel) ?? []), wake]);
  }

  /** Connects and listens to every channel named so far. */
  async connect(): Promise<void> {
    const client = new Client({
      connectionString: this.url,
      keepAlive: true,
      connectionTimeoutMillis: 3_000,
    });
    client.on('error', () => this.reconnect());
    client.on('end', () => this.reconnect());
    client.on('notification', ({ channel }) => this.listeners.get(channel)?.forEach((wake) => wake()));
    await client.connect();
    for (const channel of this.listeners.keys())
      await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
    this.client = client;
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    await this.client?.end();
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
