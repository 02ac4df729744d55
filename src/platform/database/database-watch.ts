import { type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { Client } from 'pg';

const TICK_MS = 250;
/** Looks in a row without an answer. They are counted, not timed: a process that is busy itself looks less often. */
const PATIENCE_TICKS = 6;

/**
 * Asks the database all the time, on a connection of its own, whether it is there. A server that went away without a
 * word (a lost network, a stopped machine) would otherwise hold every request until its own time limit.
 */
export class DatabaseWatch implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly losses: (() => void)[] = [];
  private connection: Promise<Client> | undefined;
  private timer: NodeJS.Timeout | undefined;
  private isLost = false;
  /** Looks since the question that has no answer yet; undefined when there is none. */
  private waited: number | undefined;
  private question = 0;

  constructor(private readonly url: string) {}

  /** The database gives no answer. */
  get lost(): boolean {
    return this.isLost;
  }

  /** Calls `act` each time the database is lost. */
  onLoss(act: () => void): void {
    this.losses.push(act);
  }

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => this.look(), TICK_MS);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
    this.forget();
  }

  private look(): void {
    if (this.waited !== undefined) {
      if (++this.waited > PATIENCE_TICKS) this.lose();
    } else {
      this.waited = 0;
      const question = ++this.question;
      const about = (act: () => void) => () =>
        question === this.question && this.waited !== undefined && act();
      this.ask().then(
        about(() => this.hear()),
        about(() => this.lose()),
      );
    }
  }

  private async ask(): Promise<void> {
    this.connection ??= this.connect();
    await (await this.connection).query('SELECT');
  }

  /** Without a time limit of its own: looks are counted. */
  private async connect(): Promise<Client> {
    const client = new Client({ connectionString: this.url });
    client.on('error', () => undefined);
    await client.connect();
    return client;
  }

  private hear(): void {
    this.waited = undefined;
    this.isLost = false;
  }

  private lose(): void {
    this.waited = undefined;
    this.forget();
    if (this.isLost) return;
    this.isLost = true;
    this.losses.forEach((act) => act());
  }

  /** Nobody waits for the farewell: it may never be answered. */
  private forget(): void {
    this.connection?.then((client) => client.end()).catch(() => undefined);
    this.connection = undefined;
  }
}
