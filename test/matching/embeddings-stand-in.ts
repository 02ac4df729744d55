import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Asked {
  readonly model: string;
  readonly input: string[];
}

/** How the stand-in answers one request; undefined: with vectors, as floats. */
export type Behaviour = (asked: Asked, response: ServerResponse) => void;

const DIMENSIONS = 16;

/** How often each character stands in a text, folded into a few dimensions: alike texts have alike vectors. */
export function vectorOf(text: string, dimensions = DIMENSIONS): number[] {
  const vector = new Array<number>(dimensions).fill(0);
  for (const character of text) vector[(character.codePointAt(0) ?? 0) % dimensions]! += 1;
  return vector;
}

export const floats = (asked: Asked, dimensions = DIMENSIONS) => ({
  object: 'list',
  model: asked.model,
  data: asked.input.map((text, index) => ({
    object: 'embedding',
    index,
    embedding: vectorOf(text, dimensions),
  })),
});

export const base64 = (asked: Asked) => ({
  data: asked.input.map((text, index) => ({
    index,
    embedding: Buffer.from(Float32Array.from(vectorOf(text)).buffer).toString('base64'),
  })),
});

export const send = (response: ServerResponse, body: unknown, status = 200): void => {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
};

/** A local server that speaks `/v1/embeddings`. */
export class EmbeddingsStandIn {
  readonly asked: Asked[] = [];
  readonly keys: (string | undefined)[] = [];
  /** For the next requests in turn; then `always`, if there is one. */
  readonly next: Behaviour[] = [];
  always: Behaviour | undefined;

  private readonly server = createServer((request, response) => {
    void this.answer(request, response);
  });

  async start(): Promise<string> {
    await new Promise<void>((done) => this.server.listen(0, '127.0.0.1', done));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((done) => this.server.close(done));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url !== '/v1/embeddings' || request.method !== 'POST') return send(response, {}, 404);
    let body = '';
    for await (const piece of request) body += String(piece);
    const asked = JSON.parse(body) as Asked;
    this.asked.push(asked);
    this.keys.push(request.headers.authorization);
    const behave = this.next.shift() ?? this.always;
    if (behave === undefined) send(response, floats(asked));
    else behave(asked, response);
  }
}
