import { Injectable } from '@nestjs/common';
import { WORKER } from '../../common/actor';
import { Database } from '../../platform/database/database';
import { FeatureService } from '../corpus/feature.service';
import { PIPELINE_VERSION } from '../engine/features';
import { PAIR_KINDS, type PairKind } from '../engine/pair-kind';
import { WHOLE } from '../engine/shard';
import { FeatureRepository } from '../features/feature.repository';
import { gatherGround, ModelService } from '../models/model.service';
import { Ranker, type StoredCounts } from '../ranking/ranker';
import { ShortlistRepository } from '../shortlists/shortlist.repository';
import type { RunEntity } from './run.entity';
import { type RunProgress, RunRepository } from './run.repository';
import { isOver } from './run.view';

/** Demands whose shortlists are stored together. */
const BATCH = 250;
/** Batches in work at the same time, so that every one of several shards has some: a lost worker repeats at most these. */
const BATCHES_AHEAD = 4;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/** Matches everything, batch by batch; goes on where an earlier worker stopped. */
@Injectable()
export class BulkMatchService {
  constructor(
    private readonly database: Database,
    private readonly runs: RunRepository,
    private readonly features: FeatureService,
    private readonly stored: FeatureRepository,
    private readonly models: ModelService,
    private readonly ranker: Ranker,
    private readonly shortlists: ShortlistRepository,
  ) {}

  /** `isLast`: if this attempt fails, the run has failed; before, another attempt goes on with it. */
  async run(runId: string, isLast: boolean): Promise<void> {
    const run = await this.database.as(WORKER, (tx) => this.runs.find(runId, tx));
    if (run === null || isOver(run)) return;
    try {
      await this.match(run);
    } catch (error) {
      if (isLast) await this.database.as(WORKER, (tx) => this.runs.finish(run.id, 'failed', tx));
      throw error;
    }
  }

  private async match(run: RunEntity): Promise<void> {
    const model = await this.prepare(run);
    const progress = await this.open(run, model);
    const stopped = await this.matchDemands(run.id, progress);
    await this.database.as(WORKER, (tx) => this.runs.finish(run.id, stopped ? 'cancelled' : 'finished', tx));
  }

  /** Features of every record, and a new model when the corpus has outgrown the present one; answers its version. */
  private async prepare(run: RunEntity): Promise<number> {
    await this.features.refreshAll();
    const { count } = await this.database.as(WORKER, (tx) => this.stored.census(PIPELINE_VERSION, WHOLE, tx));
    const resumed = run.resumeAfter !== null;
    if (resumed || !(await this.models.isWornOut(count))) return (await this.models.getCurrent()).version;
    const ground = await gatherGround(this.features.readAll());
    return this.database.as(WORKER, (tx) => this.models.freeze(ground, `run ${run.id}`, tx));
  }

  private async open(run: RunEntity, model: number): Promise<RunProgress> {
    return this.database.as(WORKER, async (tx) => {
      const progress: RunProgress = {
        total: await this.stored.countDemands(tx),
        done: run.done,
        entries: run.entries,
        byKind: run.byKind,
        resumeAfter: run.resumeAfter,
      };
      await this.runs.start(run.id, model, tx);
      await this.runs.advance(run.id, progress, tx);
      return progress;
    });
  }

  /** Answers whether the run was asked to stop. What is in work then is stored before. */
  private async matchDemands(runId: string, progress: RunProgress): Promise<boolean> {
    const begun: Batch[] = [];
    let last: string | undefined = progress.resumeAfter ?? BEFORE_ALL;
    let stopped = false;
    try {
      while (!stopped) {
        while (last !== undefined && begun.length < BATCHES_AHEAD) {
          const batch: Batch = await this.begin(last);
          last = batch.ids.at(-1);
          begun.push(batch);
        }
        const batch = begun.shift();
        if (batch === undefined) break;
        note(progress, batch.ids, await batch.stored);
        stopped = await this.database.as(WORKER, async (tx) => {
          return (await this.runs.advance(runId, progress, tx)).cancelRequested;
        });
      }
    } finally {
      await Promise.allSettled(begun.map(({ stored }) => stored));
    }
    return stopped;
  }

  /** Begins to match the demands that come after `last`. */
  private async begin(last: string): Promise<Batch> {
    const { ids, generation } = await this.database.as(WORKER, async (tx) => ({
      ids: await this.stored.demandIds(last, BATCH, tx),
      generation: await this.shortlists.nextGeneration(tx),
    }));
    const asked = ids.flatMap((demandId) => PAIR_KINDS.map((pair) => ({ demandId, pair })));
    const stored = this.ranker.rankAndStore(asked, generation);
    stored.catch(() => undefined);
    return { ids, stored };
  }
}

interface Batch {
  /** Demands in order of id; none when there are no more. */
  readonly ids: readonly string[];
  readonly stored: Promise<StoredCounts>;
}

function note(progress: RunProgress, ids: readonly string[], stored: StoredCounts): void {
  progress.done += ids.length;
  progress.resumeAfter = ids.at(-1) ?? progress.resumeAfter;
  for (const [pair, counts] of Object.entries(stored) as [PairKind, { demands: number; entries: number }][]) {
    const kind = (progress.byKind[pair] ??= { demands: 0, entries: 0 });
    kind.demands += counts.demands;
    kind.entries += counts.entries;
    progress.entries += counts.entries;
  }
}
