import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { WORKER } from '../../common/actor';
import { Database } from '../../platform/database/database';
import { MATCHED_KINDS, type MatchedKind } from '../../queues/job-catalogue';
import { featurise, PIPELINE_VERSION } from '../engine/features';
import { encodeFeatures } from '../engine/features-codec';
import { TAG_TREE } from '../engine-vocabulary';
import { FeatureRepository, type StoredFeatures } from '../features/feature.repository';
import { RecordSource, type SourceRecord } from './record-source';

const BATCH = 500;

/** Keeps the stored features true to the records: made once per change, by this pipeline. */
@Injectable()
export class FeatureService {
  constructor(
    private readonly database: Database,
    private readonly source: RecordSource,
    private readonly features: FeatureRepository,
  ) {}

  /** Reads one record anew; answers whether it may be matched. */
  refresh(kind: MatchedKind, id: string): Promise<boolean> {
    return this.database.as(WORKER, async (tx) => {
      const [record] = await this.source.get(kind, [id], tx);
      if (record !== undefined) await this.features.put([stored(kind, record)], tx);
      else await this.features.forget(kind, [id], tx);
      return record !== undefined;
    });
  }

  /** Brings every record's features up to date; `step` is called after each batch. */
  async refreshAll(step: () => Promise<void>): Promise<void> {
    for (const kind of MATCHED_KINDS) {
      let after: string | null = null;
      do {
        const from: string | null = after;
        after = await this.database.as(WORKER, (tx) => this.refreshBatch(kind, from, tx));
        await step();
      } while (after !== null);
      await this.database.as(WORKER, (tx) => this.forgetUnmatched(kind, tx));
    }
  }

  /** The last id of the batch, or null when there was no more. */
  private async refreshBatch(
    kind: MatchedKind,
    after: string | null,
    tx: EntityManager,
  ): Promise<string | null> {
    const records = await this.source.list(kind, after, BATCH, tx);
    const known = await this.features.versions(
      kind,
      records.map(({ record }) => record.id),
      tx,
    );
    const changed = records.filter(({ record }) => {
      const held = known.get(record.id);
      return held?.version !== record.version || held.pipeline !== PIPELINE_VERSION;
    });
    if (changed.length > 0)
      await this.features.put(
        changed.map((record) => stored(kind, record)),
        tx,
      );
    return records.length < BATCH ? null : (records.at(-1)?.record.id ?? null);
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

const stored = (kind: MatchedKind, source: SourceRecord): StoredFeatures => ({
  kind,
  recordId: source.record.id,
  recordVersion: source.record.version,
  pipeline: PIPELINE_VERSION,
  features: Buffer.from(encodeFeatures(featurise(source.read(), TAG_TREE))),
});
