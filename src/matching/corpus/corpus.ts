import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { WORKER } from '../../common/actor';
import type { Env } from '../../platform/config/env.schema';
import { ENV } from '../../platform/config/settings.module';
import { Database } from '../../platform/database/database';
import { decodeFeatures } from '../engine/features-codec';
import { Matcher, type MatcherRecord } from '../engine/matcher';
import type { Model } from '../engine/model';
import type { Shard } from '../engine/shard';
import {
  FeatureRepository,
  FROM_THE_START,
  type FollowCursor,
  type StoredFeatures,
} from '../features/feature.repository';
import { ModelService } from '../models/model.service';
import { findShard } from './find-shard';

const BATCH = 2_000;
const FOLLOW_MS = 1_000;
/** How often the copy is counted against the table. */
const CENSUS_MS = 60_000;

/** This process's copy of the features, all or those of its shard, ready to be matched; `catchUp` brings in what others have committed since. */
@Injectable()
export class Corpus implements OnModuleDestroy {
  private matcher: Matcher | undefined;
  /** Everything before this transaction has been read. */
  private readUpTo = '0';
  private readonly shard: Shard | undefined;
  private keepingUp: NodeJS.Timeout | undefined;
  private countedAt = 0;
  private catchingUp: Promise<Matcher> | undefined;

  constructor(
    private readonly database: Database,
    private readonly features: FeatureRepository,
    private readonly models: ModelService,
    @Inject(ENV) env: Env,
  ) {
    this.shard = findShard(env);
  }

  /** Reads the records now and then follows changes each second, so that a job finds little left to read. */
  keepUp(report: (error: unknown) => void): void {
    if (this.shard === undefined) return;
    const look = (): void => void this.catchUp().catch(report);
    look();
    this.keepingUp = setInterval(look, FOLLOW_MS);
  }

  onModuleDestroy(): void {
    clearInterval(this.keepingUp);
  }

  /** The matcher under the current model with everything committed before this call. */
  async catchUp(): Promise<Matcher> {
    // A catch-up under way may have read before the caller's commit: wait for it, then read again.
    await this.catchingUp?.catch(() => undefined);
    this.catchingUp ??= this.follow().finally(() => (this.catchingUp = undefined));
    return this.catchingUp;
  }

  private async follow(): Promise<Matcher> {
    const model = await this.models.getCurrent();
    const { matcher } = this;
    if (matcher?.model.version !== model.version) return this.load(model);
    await this.read((row) => apply(row, matcher));
    return (await this.isComplete(matcher)) ? matcher : this.load(model);
  }

  private async load(model: Model): Promise<Matcher> {
    const records: MatcherRecord[] = [];
    this.readUpTo = '0';
    await this.read((row) => {
      if (isReadAs(row, model)) records.push(recordOf(row));
    });
    this.matcher = new Matcher(model, records);
    this.countedAt = Date.now();
    return this.matcher;
  }

  private async read(use: (row: StoredFeatures) => void): Promise<void> {
    const shard = this.requireShard();
    const horizon = await this.database.as(WORKER, (tx) => this.features.horizon(tx));
    let after: FollowCursor = FROM_THE_START;
    for (;;) {
      const from = after;
      const rows = await this.database.as(WORKER, (tx) =>
        this.features.writtenSince(this.readUpTo, from, BATCH, shard, tx),
      );
      for (const row of rows) use(row);
      after = rows.at(-1) ?? after;
      if (rows.length < BATCH) break;
    }
    this.readUpTo = horizon;
  }

  private requireShard(): Shard {
    if (this.shard === undefined) throw new Error('this process holds no records');
    return this.shard;
  }

  private async isComplete(matcher: Matcher): Promise<boolean> {
    if (Date.now() - this.countedAt < CENSUS_MS) return true;
    this.countedAt = Date.now();
    const census = await this.database.as(WORKER, (tx) => this.features.census(this.requireShard(), tx));
    return census.count === matcher.count && census.versions === matcher.versions;
  }
}

/** After a release that reads texts in another way, rows of the old reading wait until they are read anew. */
const isReadAs = (row: StoredFeatures, model: Model): boolean =>
  row.features !== null && row.pipeline === model.values.pipelineVersion;

const recordOf = (row: StoredFeatures): MatcherRecord => ({
  id: row.recordId,
  version: row.recordVersion,
  features: decodeFeatures(row.features as Buffer),
});

/** A row is read again until no older transaction is open; what is held already stays as it is. */
function apply(row: StoredFeatures, matcher: Matcher): void {
  if (!isReadAs(row, matcher.model)) matcher.remove(row.recordId);
  else if (matcher.versionOf(row.recordId) !== row.recordVersion) matcher.upsert(recordOf(row));
}
