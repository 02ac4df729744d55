import { setTimeout as delay } from 'node:timers/promises';
import { PASSWORD } from './accounts';

/** What a request is retried after: no answer, or one that says to come again. */
const AGAIN = new Set([0, 429, 502, 503]);
const PAUSE_MS = 100;
const PATIENCE_MS = 10_000;

export interface Answer {
  /** 0 when there was none. */
  status: number;
  /** By performance.now(). */
  begun: number;
  ended: number;
  body: { id?: string; version?: number; targets?: { code: string; counted: number }[] };
}

/** Somebody who is signed in; `insist` repeats a request, under the same Idempotency-Key, until it is answered. */
export class PatientClient {
  private headers: Record<string, string> = {};
  /** How often a request had to be sent again. */
  repeats = 0;

  constructor(
    private readonly address: string,
    private readonly login: string,
    private readonly password = PASSWORD,
  ) {}

  async signIn(): Promise<void> {
    const response = await fetch(`${this.address}/api/v1/session`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ login: this.login, password: this.password }),
    });
    if (response.status !== 200) throw new Error(`${this.login} was not signed in: ${response.status}`);
    const { csrfToken } = (await response.json()) as { csrfToken: string };
    const cookie = response.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    this.headers = { cookie, 'X-CSRF-Token': csrfToken };
  }

  get(path: string): Promise<Answer> {
    return this.send(path, {});
  }

  post(path: string, body: object, headers: Record<string, string> = {}): Promise<Answer> {
    const json = { 'Content-Type': 'application/json', ...headers };
    return this.send(path, { method: 'POST', headers: json, body: JSON.stringify(body) });
  }

  async insist(path: string, body: object, headers?: Record<string, string>): Promise<Answer> {
    for (;;) {
      const answer = await this.post(path, body, headers);
      if (!AGAIN.has(answer.status)) return answer;
      this.repeats += 1;
      await delay(PAUSE_MS);
    }
  }

  /** One attempt. */
  private async send(path: string, init: RequestInit): Promise<Answer> {
    const begun = performance.now();
    const answer = (status: number, body: Answer['body']) => ({
      status,
      body,
      begun,
      ended: performance.now(),
    });
    try {
      const response = await fetch(`${this.address}/api/v1${path}`, {
        ...init,
        headers: { ...this.headers, ...init.headers },
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      return answer(response.status, (await response.json()) as Answer['body']);
    } catch {
      return answer(0, {});
    }
  }
}
