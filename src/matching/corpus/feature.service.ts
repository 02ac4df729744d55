import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { WORKER } from '../../common/actor';
import { Database } from '../../platform/database/database';
import { MATCHED_KINDS, type MatchedKind } from '../../queues/job-catalogue';
import { featurise, PIPELINE_VERSION, type RecordFeatures } from '../engine/features';
import { decodeFeatures, encodeFeatures } from '../engine/features-codec';
import { WHOLE } from '../engine/shard';
import { TagSuggester } from '../engine/suggest/tag-suggester';
import { TAG_TREE } from '../engine-vocabulary';
import {
  type FeatureOrigin,
  FeatureRepository,
  type FollowCursor,
  FROM_THE_START,
  type StoredFeatures,
} from '../features/feature.repository';
import { ModelService } from '../models/model.service';
import { readWithSuggestions } from '../suggestions/suggest-for-record';
import { SuggestionStore } from '../suggestions/suggestion.store';
import { RecordSource, type SourceRecord } from './record-source';

const BATCH = 500;
const READ_BATCH = 2_000;

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
  ) {}

  /** Reads one record anew; answers whether it may be matched. */
  async refresh(kind: MatchedKind, id: string): Promise<boolean> {
    const suggester = await this.suggester();
    return this.database.as(WORKER, async (tx) => {
      const [record] = await this.source.get(kind, [id], tx);
      if (record === undefined) await this.features.forget(kind, [id], tx);
      else await this.bringUpToDate(kind, [record], suggester, tx);
      return record !== undefined;
    });
  }

  /** Brings every record's features up to date; `step` is called after each batch. */
  async refreshAll(step: () => Promise<void>): Promise<void> {
    const suggester = await this.suggester();
    for (const kind of MATCHED_KINDS) {
      let after: string | null = null;
      do {
        const from: string | null = after;
        after = await this.database.as(WORKER, (tx) => this.refreshBatch(kind, from, suggester, tx));
        await step();
      } while (after !== null);
      await this.database.as(WORKER, (tx) => this.forgetUnmatched(kind, tx));
    }
  }

  /** All features that are matched, for the statistics of a new model. */
  async readAll(): Promise<RecordFeatures[]> {
    const read: RecordFeatures[] = [];
    let after: FollowCursor = FROM_THE_START;
    for (;;) {
      const from = after;
      const rows = await this.database.as(WORKER, (tx) =>
        this.features.writtenSince('0', from, READ_BATCH, WHOLE, tx),
      );
      for (const { features } of rows) if (features !== null) read.push(decodeFeatures(features));
      after = rows.at(-1) ?? after;
      if (rows.length < READ_BATCH) return read;
    }
  }

  /** The last id of the batch, or null when there was no more. */
  private async refreshBatch(
    kind: MatchedKind,
    after: string | null,
    suggester: TagSuggester,
    tx: EntityManager,
  ): Promise<string | null> {
    const records = await this.source.list(kind, after, BATCH, tx);
    await this.bringUpToDate(kind, records, suggester, tx);
    return records.length < BATCH ? null : (records.at(-1)?.record.id ?? null);
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
    const isRead = (source: SourceRecord): boolean => isOf(origins.get(source.record.id), source);
    const returned = records.filter((source) => isRead(source) && origins.get(source.record.id)?.forgotten);
    const changed = records
      .filter((source) => !isRead(source))
      .map((source) => ({ source, read: readWithSuggestions(source.read(), suggester) }));
    if (changed.length > 0)
      await this.suggestions.keep(
        kind,
        changed.map(({ source: { record }, read }) => ({
          id: record.id,
          version: record.version,
          tags: read.suggested,
        })),
        tx,
      );
    const rows = [
      ...returned.map((source) => stored(kind, source, featurise(source.read(), TAG_TREE))),
      ...changed.map(({ source, read }) => stored(kind, source, read.features)),
    ];
    if (rows.length > 0) await this.features.put(rows, tx);
  }

  private async suggester(): Promise<TagSuggester> {
    return new TagSuggester(await this.models.getCurrent());
  }

  /** Withdrawn records whose own job has not come yet. */
  private async forgetUnmatched(kind: MatchedKind, tx: EntityManager): Promise<void> {
    const held = await this.features.matchableIds(kind, tx);
    for (let at = 0; at < held.length; at += BATCH) {
      const ids = held.slice(at, at + BATCH);
      const alive = new Set((await this.source.get(kind, ids, tx)).map(({ record }) => record.id));
      const gone = ids.filter((id) => !alive.has(id));
      if (gone.length > 0) await this.features.forget(kind, gone, tx);
    }
  }
}

/** Whether features were made by this pipeline from what the record is now. */
const isOf = (origin: FeatureOrigin | undefined, { record }: SourceRecord): boolean =>
  origin?.version === record.version && origin.pipeline === PIPELINE_VERSION;

const stored = (kind: MatchedKind, { record }: SourceRecord, features: RecordFeatures): StoredFeatures => ({
  kind,
  recordId: record.id,
  recordVersion: record.version,
  pipeline: PIPELINE_VERSION,
  features: Buffer.from(encodeFeatures(features)),
});
