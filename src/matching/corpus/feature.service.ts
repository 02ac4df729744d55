import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { WORKER } from '../../common/actor';
import { Database } from '../../platform/database/database';
import { MATCHED_KINDS, type MatchedKind } from '../../queues/job-catalogue';
import type { RecordVersion } from '../../records/matching-record';
import { featurise, PIPELINE_VERSION, type RecordFeatures } from '../engine/features';
import { decodeFeatures, encodeFeatures } from '../engine/features-codec';
import { WHOLE } from '../engine/shard';
import { TagSuggester } from '../engine/suggest/tag-suggester';
import { EmbeddingRepository } from '../embeddings/embedding.repository';
import { type Embedded, Embeddings } from '../embeddings/embeddings.service';
import { TAG_TREE } from '../engine-vocabulary';
import type { HeldFeatures } from '../features/copy-features';
import {
  BEFORE_ALL,
  type FeatureKey,
  type FeatureOrigin,
  FeatureRepository,
  type StoredFeatures,
} from '../features/feature.repository';
import { ModelService } from '../models/model.service';
import { readWithSuggestions } from '../suggestions/suggest-for-record';
import { SuggestionStore } from '../suggestions/suggestion.store';
import { comparePages } from './compare-pages';
import { RecordSource, type SourceRecord } from './record-source';

/** Records whose versions are compared together. */
const PAGE = 2_000;
/** Records read into features together: a tenth of a second or so. */
const BATCH = 100;

/**
 * Keeps the stored features true to the records: made once per change, by this pipeline. Tags are suggested once per
 * content version, by the model that is current then, and noted on the record; so features follow from the record alone
 * and a new model finds them as they are.
 */
@Injectable()
export class FeatureService {
  constructor(
    private readonly database: Database,
    private readonly source: RecordSource,
    private readonly features: FeatureRepository,
    private readonly models: ModelService,
    private readonly suggestions: SuggestionStore,
    private readonly embeddings: Embeddings,
    private readonly vectors: EmbeddingRepository,
  ) {}

  /** Reads one record anew; answers whether it may be matched. */
  async refresh(kind: MatchedKind, id: string): Promise<boolean> {
    const suggester = await this.suggester();
    await this.prepareVectors(kind, [id]);
    return this.database.as(WORKER, async (tx) => {
      const [record] = await this.source.get(kind, [id], tx);
      if (record === undefined) await this.forget(kind, [id], tx);
      else await this.bringUpToDate(kind, [record], suggester, tx);
      return record !== undefined;
    });
  }

  /** Brings every record's features up to date. Looks at versions only; what has changed is read. */
  async refreshAll(): Promise<void> {
    const suggester = await this.suggester();
    for (const kind of MATCHED_KINDS)
      for (let after: string | undefined = BEFORE_ALL.id; after !== undefined;) {
        const page: ChangedPage = await this.findChanged(kind, after);
        for (let from = 0; from < page.changed.length; from += BATCH) {
          const ids = page.changed.slice(from, from + BATCH);
          await this.prepareVectors(kind, ids);
          await this.database.as(WORKER, async (tx) =>
            this.bringUpToDate(kind, await this.source.get(kind, ids, tx), suggester, tx),
          );
        }
        if (page.gone.length > 0) await this.database.as(WORKER, (tx) => this.forget(kind, page.gone, tx));
        after = page.next;
      }
    await this.database.as(WORKER, (tx) => this.vectors.sweep(tx));
  }

  /** All features that are matched, one by one, for the statistics of a new model. */
  async *readAll(): AsyncGenerator<RecordFeatures> {
    let after: FeatureKey | undefined = BEFORE_ALL;
    while (after !== undefined) {
      const from: FeatureKey = after;
      const rows: HeldFeatures[] = await this.database.as(WORKER, (tx) =>
        this.features.page(from, PAGE, PIPELINE_VERSION, WHOLE, tx),
      );
      for (const { features } of rows) yield decodeFeatures(features);
      after = rows.length < PAGE ? undefined : rows.at(-1);
    }
  }

  /** Of the next records in order of id: those whose features are not theirs, and those gone that still have some. */
  private findChanged(kind: MatchedKind, after: string): Promise<ChangedPage> {
    return this.database.as(WORKER, async (tx) => {
      const records = await this.source.versions(kind, after, PAGE, tx);
      const held = await this.features.listOrigins(kind, after, PAGE, tx);
      const { pairs, next } = comparePages(records, held, PAGE);
      return {
        changed: pairs.flatMap(([record, origin]) =>
          record !== undefined && !(this.isOf(origin, record) && !origin.forgotten) ? record.id : [],
        ),
        gone: pairs.flatMap(([record, origin]) =>
          record === undefined && origin?.forgotten === false ? origin.id : [],
        ),
        next,
      };
    });
  }

  private async forget(kind: MatchedKind, ids: readonly string[], tx: EntityManager): Promise<void> {
    await this.vectors.forget(kind, ids, tx);
    await this.features.forget(kind, ids, tx);
  }

  /** Outside the transaction that stores the features: a server takes its time. */
  private async prepareVectors(kind: MatchedKind, ids: readonly string[]): Promise<void> {
    if (this.embeddings.model === undefined) return;
    const sources = await this.database.as(WORKER, (tx) => this.source.get(kind, ids, tx));
    await this.embeddings.prepare(sources.map((source) => source.read()));
  }

  private async bringUpToDate(
    kind: MatchedKind,
    records: readonly SourceRecord[],
    suggester: TagSuggester,
    tx: EntityManager,
  ): Promise<void> {
    const origins = await this.features.origins(
      kind,
      records.map(({ record }) => record.id),
      tx,
    );
    const isRead = (source: SourceRecord): boolean => this.isOf(origins.get(source.record.id), source.record);
    const returned = records.filter((source) => isRead(source) && origins.get(source.record.id)?.forgotten);
    const changed = records
      .filter((source) => !isRead(source))
      .map((source) => {
        const record = source.read();
        return { source, record, ...readWithSuggestions(record, suggester) };
      });
    if (changed.length > 0)
      await this.suggestions.keep(
        kind,
        changed.map(({ source: { record }, suggested }) => ({
          id: record.id,
          version: record.version,
          tags: suggested,
        })),
        tx,
      );
    const read = [
      ...returned.map((source) => {
        const record = source.read();
        return { source, record, features: featurise(record, TAG_TREE) };
      }),
      ...changed,
    ];
    if (read.length === 0) return;
    const embedded = await this.embeddings.attach(read, this.embeddings.model, tx);
    await this.features.put(
      read.map(({ source }, i) => stored(kind, source, embedded[i]!)),
      tx,
    );
  }

  /** Whether features were made by this pipeline from what the record is now, and carry the vector that they should. */
  private isOf(origin: FeatureOrigin | undefined, record: RecordVersion): origin is FeatureOrigin {
    const { model } = this.embeddings;
    return (
      origin?.version === record.version &&
      origin.pipeline === PIPELINE_VERSION &&
      (model === undefined || origin.embeddingModel === model || origin.forgotten)
    );
  }

  private async suggester(): Promise<TagSuggester> {
    return new TagSuggester(await this.models.getCurrent());
  }
}

interface ChangedPage {
  readonly changed: readonly string[];
  readonly gone: readonly string[];
  readonly next: string | undefined;
}

const stored = (
  kind: MatchedKind,
  { record }: SourceRecord,
  { features, hash }: Embedded,
): StoredFeatures => ({
  kind,
  recordId: record.id,
  recordVersion: record.version,
  pipeline: PIPELINE_VERSION,
  features: Buffer.from(encodeFeatures(features)),
  embeddingModel: features.embedding?.model ?? null,
  textHash: hash,
});
