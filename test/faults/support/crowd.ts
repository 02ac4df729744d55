import { setTimeout as delay } from 'node:timers/promises';
import { technologyNeed } from '../../records/park-life';
import { type Answer, PatientClient } from './patient-client';

const PAUSE_MS = 20;
const IN_A_ROW = 10;

/** People who read and write needs without a pause and note every answer; none insists. */
export class Crowd {
  readonly answers: Answer[] = [];
  private over = false;
  private forgotAt = 0;
  private working: Promise<unknown> = Promise.resolve();

  private constructor(private readonly clients: readonly PatientClient[]) {}

  /** Users `user-0`, `user-1`, …, signed in. */
  static async gather(address: string, count: number): Promise<Crowd> {
    const clients = Array.from({ length: count }, (_, n) => new PatientClient(address, `user-${n}`));
    for (const client of clients) await client.signIn();
    return new Crowd(clients);
  }

  begin(): void {
    this.over = false;
    this.working = Promise.all(this.clients.map((client, n) => this.work(client, n % 2 === 0)));
  }

  async end(): Promise<void> {
    this.over = true;
    await this.working;
  }

  /** Forgets what was answered until now. */
  forget(): void {
    this.answers.length = 0;
    this.forgotAt = performance.now();
  }

  /** The needs that somebody was told are stored. */
  get stored(): string[] {
    return this.answers.flatMap(({ status, body }) => (status === 201 && body.id ? [body.id] : []));
  }

  count(fits: (status: number) => boolean): number {
    return this.answers.filter(({ status }) => fits(status)).length;
  }

  /** Seconds that the slowest answer took, of those it took since {@link forget}. */
  get longest(): number {
    const times = this.answers.map(({ begun, ended }) => ended - Math.max(begun, this.forgotAt));
    return Math.max(0, ...times) / 1000;
  }

  /** Seconds until the first of so many writes in a row that go well is answered. */
  async recoveredAfter(): Promise<number> {
    const begun = performance.now();
    const [client] = this.clients;
    let recovered = begun;
    for (let inRow = 0; inRow < IN_A_ROW && client;) {
      const { status } = await client.post('/needs', technologyNeed());
      inRow = status === 201 ? inRow + 1 : 0;
      if (inRow === 1) recovered = performance.now();
      if (inRow === 0) await delay(PAUSE_MS);
    }
    return (recovered - begun) / 1000;
  }

  private async work(client: PatientClient, writes: boolean): Promise<void> {
    while (!this.over) {
      const answer = writes ? client.post('/needs', technologyNeed()) : client.get('/needs?limit=5');
      this.answers.push(await answer);
      await delay(PAUSE_MS);
    }
  }
}
