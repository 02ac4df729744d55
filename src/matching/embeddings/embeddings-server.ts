import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddingsError, isWorthRetrying, waitAskedFor } from './embeddings-error';
import { readAnswer } from './embeddings-answer';

export interface EmbeddingsServerOptions {
  /** As configured: the server's address, with or without `/v1` or `/v1/embeddings`. */
  readonly url: string;
  readonly model: string;
  readonly key?: string;
  /** Before the first retry; each later one waits twice as long. */
  readonly backoffMs?: number;
  readonly timeoutMs?: number;
}

const ATTEMPTS = 4;
const BACKOFF_MS = 500;
const TIMEOUT_MS = 30_000;
/** However long a server asks to be left alone, a job does not wait longer. */
const LONGEST_WAIT_MS = 20_000;

/** A server that speaks OpenAI's `/v1/embeddings`. Where it stands is the operator's word; it is never redirected. */
export class EmbeddingsServer {
  readonly model: string;
  private readonly endpoint: URL;
  private dimensions: number | undefined;

  constructor(private readonly options: EmbeddingsServerOptions) {
    this.model = options.model;
    this.endpoint = endpointOf(options.url);
  }

  /** A unit vector for each text, in order. @throws EmbeddingsError */
  async embed(texts: readonly string[]): Promise<Float32Array[]> {
    const { backoffMs = BACKOFF_MS } = this.options;
    for (let attempt = 1; ; attempt++) {
      try {
        return await this.ask(texts);
      } catch (error) {
        if (attempt === ATTEMPTS || !isWorthRetrying(error)) throw error;
        const wait = waitAskedFor(error) ?? backoffMs * 2 ** (attempt - 1);
        await sleep(Math.min(wait, LONGEST_WAIT_MS));
      }
    }
  }

  private async ask(texts: readonly string[]): Promise<Float32Array[]> {
    const { model, key, timeoutMs = TIMEOUT_MS } = this.options;
    const answer = await fetch(this.endpoint, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/json',
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({ model, input: texts, encoding_format: 'float' }),
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutMs),
    }).catch(unreachable);
    if (!answer.ok) {
      await answer.body?.cancel();
      throw new EmbeddingsError('refused', answer.status, answer.headers.get('retry-after'));
    }
    const vectors = readAnswer(await answer.json().catch(unreachable), texts.length);
    this.dimensions ??= vectors[0]?.length;
    if (vectors.some(({ length }) => length !== this.dimensions))
      throw new EmbeddingsError('other dimensions');
    return vectors;
  }
}

function unreachable(): never {
  throw new EmbeddingsError('unreachable');
}

function endpointOf(address: string): URL {
  const url = new URL(address);
  const path = url.pathname.replace(/\/+$/, '');
  if (path.endsWith('/embeddings')) url.pathname = path;
  else url.pathname = path.endsWith('/v1') ? `${path}/embeddings` : `${path}/v1/embeddings`;
  return url;
}
