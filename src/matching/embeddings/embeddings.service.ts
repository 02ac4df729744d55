import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { WORKER } from '../../common/actor';
import type { Env } from '../../platform/config/env.schema';
import { ENV } from '../../platform/config/settings.module';
import { Database } from '../../platform/database/database';
import { log } from '../../platform/logging/log';
import type { RecordFeatures } from '../engine/features';
import type { MatchRecord } from '../engine/record';
import { EmbeddingRepository } from './embedding.repository';
import { EmbeddingsError } from './embeddings-error';
import { EmbeddingsServer } from './embeddings-server';
import { embeddedText, hashOf } from './embedded-text';

/** Texts sent in one request. */
const BATCH = 32;
/** After a server has failed every retry it is left alone so long: jobs go on without it. */
const LEFT_ALONE_MS = 60_000;

/** Features, and the hash of the text behind their vector; null when they have none. */
export interface Embedded {
  readonly features: RecordFeatures;
  readonly hash: Buffer | null;
}

/** Vectors of texts by a server that the operator has set up. Without one nothing is sent and nothing looked up. */
@Injectable()
export class Embeddings {
  private readonly server: EmbeddingsServer | undefined;
  private leftAloneUntil = 0;

  constructor(
    private readonly database: Database,
    private readonly stored: EmbeddingRepository,
    @Inject(ENV) { EMBEDDINGS_URL: url, EMBEDDINGS_MODEL: model, EMBEDDINGS_KEY: key }: Env,
  ) {
    this.server = url === undefined ? undefined : new EmbeddingsServer({ url, model, key });
  }

  /** The model that makes vectors now; undefined without a server. */
  get model(): string | undefined {
    return this.server?.model;
  }

  /**
   * Has vectors made of the records whose texts have none yet. Call it outside a transaction. Never fails: what the server
   * does not answer is asked again when the record is next read.
   */
  async prepare(records: readonly MatchRecord[]): Promise<void> {
    const { server } = this;
    if (server === undefined || Date.now() < this.leftAloneUntil) return;
    const texts = new Map(records.map(textAndHash).map(({ text, hash }) => [hash.toString('hex'), text]));
    texts.delete(hashOf('').toString('hex'));
    const known = await this.find(server.model, [...texts.keys()]);
    const missing = [...texts].filter(([hash]) => !known.has(hash));
    for (let from = 0; from < missing.length; from += BATCH) {
      const batch = missing.slice(from, from + BATCH);
      const vectors = await this.ask(
        server,
        batch.map(([, text]) => text),
      );
      if (vectors === undefined) return;
      const made = batch.map(([hash], i) => ({ hash: Buffer.from(hash, 'hex'), vector: vectors[i]! }));
      await this.database.as(WORKER, (tx) => this.stored.keep(server.model, made, tx));
    }
  }

  /** The features with the vectors of `model` that are known; as they are where there is none. */
  async attach(
    read: readonly { readonly record: MatchRecord; readonly features: RecordFeatures }[],
    model: string | undefined,
    tx: EntityManager,
  ): Promise<Embedded[]> {
    if (model === undefined) return read.map(({ features }) => ({ features, hash: null }));
    const hashes = read.map(({ record }) => textAndHash(record).hash);
    const known = await this.stored.find(model, hashes, tx);
    return read.map(({ features }, i) => {
      const vector = known.get(hashes[i]!.toString('hex'));
      return vector === undefined
        ? { features, hash: null }
        : { features: { ...features, embedding: { model, vector } }, hash: hashes[i]! };
    });
  }

  /** Nothing when the server fails; it is then left alone for a while. */
  private async ask(server: EmbeddingsServer, texts: readonly string[]): Promise<Float32Array[] | undefined> {
    try {
      return await server.embed(texts);
    } catch (error) {
      if (!(error instanceof EmbeddingsError)) throw error;
      const { reason, status } = error;
      log.warn({ reason, status }, 'the embeddings server gave no vectors');
      this.leftAloneUntil = Date.now() + LEFT_ALONE_MS;
      return undefined;
    }
  }

  private find(model: string, hashes: readonly string[]): Promise<Map<string, Float32Array>> {
    const asked = hashes.map((hash) => Buffer.from(hash, 'hex'));
    return this.database.as(WORKER, (tx) => this.stored.find(model, asked, tx));
  }
}

function textAndHash(record: MatchRecord): { text: string; hash: Buffer } {
  const text = embeddedText(record);
  return { text, hash: hashOf(text) };
}
