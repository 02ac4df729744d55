import { Agent, request } from 'node:http';

export interface Visitor {
  cookie: string;
  csrfToken: string;
}

export interface Step {
  method: 'GET' | 'POST';
  path: string;
  body?: object;
}

export interface Answer {
  /** 0: none came. */
  status: number;
  text: string;
}

const PATIENCE_MS = 20_000;

/** Requests over connections that are kept, at most so many at a time. */
export class LoadClient {
  private readonly agent: Agent;

  constructor(
    private readonly address: string,
    connections: number,
  ) {
    this.agent = new Agent({ keepAlive: true, maxSockets: connections });
  }

  /** Never rejects: what went wrong is a figure too. */
  send({ cookie, csrfToken }: Visitor, { method, path, body }: Step): Promise<Answer> {
    const text = body && JSON.stringify(body);
    const headers = {
      Cookie: cookie,
      'X-CSRF-Token': csrfToken,
      ...(text && { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(text) }),
    };
    return new Promise((resolve) => {
      const sent = request(
        `${this.address}/api/v1${path}`,
        { method, headers, agent: this.agent },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.on('end', () =>
            resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
          );
          answer.on('error', () => resolve({ status: 0, text: '' }));
        },
      );
      sent.setTimeout(PATIENCE_MS, () => sent.destroy());
      sent.on('error', () => resolve({ status: 0, text: '' }));
      sent.end(text);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

/** Opens a session. */
export async function visit(address: string, login: string, password: string): Promise<Visitor> {
  const answer = await fetch(`${address}/api/v1/session`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ login, password }),
  });
  if (!answer.ok) throw new Error(`${login} could not sign in: ${answer.status}`);
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  return { cookie: answer.headers.get('set-cookie')?.split(';')[0] ?? '', csrfToken };
}
