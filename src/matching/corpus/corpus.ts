import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { WORKER } from '../../common/actor';
import { inSlices, Slices } from '../../common/slices';
import type { Env } from '../../platform/config/env.schema';
import { ENV } from '../../platform/config/settings.module';
import { Database } from '../../platform/database/database';
import { decodeFeatures } from '../engine/features-codec';
import { Matcher } from '../engine/matcher';
import type { Model } from '../engine/model';
import type { Shard } from '../engine/shard';
import type { HeldFeatures } from '../features/copy-features';
import {
  BEFORE_ALL,
  type FeatureKey,
  FeatureRepository,
  type FollowCursor,
  FROM_THE_START,
  type StoredFeatures,
} from '../features/feature.repository';
import { ModelService } from '../models/model.service';
import { findShard } from './find-shard';

/** Changes read at once, and records when there is nothing yet. */
const BATCH = 2_000;
const PAGE = 5_000;
const FOLLOW_MS = 500;
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

  /** Reads the records now and then follows changes twice a second, so that a job finds little left to read. */
  keepUp(report: (error: unknown) => void): void {
    if (this.shard === undefined) return;
    const look = (): void => {
      // One at a time: those that wait would all begin when the database is closed.
      if (this.catchingUp === undefined) void this.catchUp().catch(report);
    };
    look();
    this.keepingUp = setInterval(look, FOLLOW_MS);
  }

  /** Waits for what is being read: the database is closed next. */
  async onModuleDestroy(): Promise<void> {
    clearInterval(this.keepingUp);
    await this.catchingUp?.catch(() => undefined);
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
    await this.read(matcher);
    return (await this.isComplete(matcher)) ? matcher : this.load(model);
  }

  private async load(model: Model): Promise<Matcher> {
    // What is committed while the records are read is followed from here.
    const horizon = await this.database.as(WORKER, (tx) => this.features.horizon(tx));
    const matcher = new Matcher(model);
    const slices = new Slices();
    for await (const page of this.pages(model.values.pipelineVersion))
      for (const { id, version, features } of page) {
        matcher.upsert({ id, version, features: decodeFeatures(features) });
        if (slices.isOver) await slices.next();
      }
    await inSlices(matcher.indexing(), slices);
    this.matcher = matcher;
    this.readUpTo = horizon;
    this.countedAt = Date.now();
    return matcher;
  }

  /** All features of this shard; while one page is used the next is read. */
  private async *pages(pipeline: number): AsyncGenerator<HeldFeatures[]> {
    const shard = this.requireShard();
    const read = (after: FeatureKey): Promise<HeldFeatures[]> => {
      const page = this.database.as(WORKER, (tx) => this.features.page(after, PAGE, pipeline, shard, tx));
      page.catch(() => undefined);
      return page;
    };
    let coming: Promise<HeldFeatures[]> | undefined = read(BEFORE_ALL);
    while (coming !== undefined) {
      const page: HeldFeatures[] = await coming;
      coming = page.length < PAGE ? undefined : read(page.at(-1)!);
      yield page;
    }
  }

  /** Brings in what was written since the last time. */
  private async read(matcher: Matcher): Promise<void> {
    const shard = this.requireShard();
    const horizon = await this.database.as(WORKER, (tx) => this.features.horizon(tx));
    const slices = new Slices();
    let after: FollowCursor = FROM_THE_START;
    for (;;) {
      const from = after;
      const rows = await this.database.as(WORKER, (tx) =>
        this.features.writtenSince(this.readUpTo, from, BATCH, shard, tx),
      );
      for (const row of rows) {
        apply(row, matcher);
        if (slices.isOver) await slices.next();
      }
      after = rows.at(-1) ?? after;
      if (rows.length < BATCH) break;
    }
    await inSlices(matcher.indexing(), slices);
    this.readUpTo = horizon;
  }

  private requireShard(): Shard {
    if (this.shard === undefined) throw new Error('this process holds no records');
    return this.shard;
  }

  private async isComplete(matcher: Matcher): Promise<boolean> {
    if (Date.now() - this.countedAt < CENSUS_MS) return true;
    this.countedAt = Date.now();
    const { pipelineVersion } = matcher.model.values;
    const census = await this.database.as(WORKER, (tx) =>
      this.features.census(pipelineVersion, this.requireShard(), tx),
    );
    return census.count === matcher.count && census.versions === matcher.versions;
  }
}

/**
 * A row is read again until no older transaction is open; what is held already stays as it is. After a release that reads
 * texts in another way, rows of the old reading wait until they are read anew.
 */
function apply(
  { recordId: id, recordVersion: version, pipeline, features, embeddingModel }: StoredFeatures,
  matcher: Matcher,
) {
  if (features === null || pipeline !== matcher.model.values.pipelineVersion) matcher.remove(id);
  else if (matcher.versionOf(id) !== version || (matcher.embeddedBy(id) ?? null) !== embeddingModel)
    matcher.upsert({ id, version, features: decodeFeatures(features) });
}
