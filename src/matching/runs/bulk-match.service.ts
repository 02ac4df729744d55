import { Injectable } from '@nestjs/common';
import { WORKER } from '../../common/actor';
import { Database } from '../../platform/database/database';
import { FeatureService } from '../corpus/feature.service';
import { PIPELINE_VERSION } from '../engine/features';
import { PAIR_KINDS } from '../engine/pair-kind';
import { WHOLE } from '../engine/shard';
import { FeatureRepository } from '../features/feature.repository';
import { MatchingService } from '../matching.service';
import { gatherGround, ModelService } from '../models/model.service';
import { type Shortlist, ShortlistRepository } from '../shortlists/shortlist.repository';
import type { RunEntity } from './run.entity';
import { type RunProgress, RunRepository } from './run.repository';
import { isOver } from './run.view';

/** Demands whose shortlists are stored together. */
const BATCH = 250;
/** Batches ranked while one is stored: a lost worker repeats at most these and that one. */
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
    private readonly matching: MatchingService,
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
    const progress = await this.begin(run, model);
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

  private async begin(run: RunEntity, model: number): Promise<RunProgress> {
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

  /** Answers whether the run was asked to stop. Batches are ranked while earlier ones are stored. */
  private async matchDemands(runId: string, progress: RunProgress): Promise<boolean> {
    const begun: Batch[] = [];
    let storing = Promise.resolve(false);
    let last: string | undefined = progress.resumeAfter ?? BEFORE_ALL;
    for (;;) {
      while (last !== undefined && begun.length < BATCHES_AHEAD) {
        const batch: Batch = await this.rankAfter(last);
        last = batch.ids.at(-1);
        begun.push(batch);
      }
      const batch = begun.shift();
      const [stopped, lists] = await Promise.all([storing, batch?.ranking]);
      if (stopped || batch === undefined || lists === undefined) return stopped;
      note(progress, batch.ids, lists);
      storing = this.store(runId, lists, batch.generation, structuredClone(progress));
      storing.catch(() => undefined);
    }
  }

  /** Begins to rank the demands that come after `last`. */
  private async rankAfter(last: string): Promise<Batch> {
    const { ids, generation } = await this.database.as(WORKER, async (tx) => ({
      ids: await this.stored.demandIds(last, BATCH, tx),
      generation: await this.shortlists.nextGeneration(tx),
    }));
    const asked = ids.flatMap((demandId) => PAIR_KINDS.map((pair) => ({ demandId, pair })));
    const ranking = this.matching.rankAll(asked);
    ranking.catch(() => undefined);
    return { ids, generation, ranking };
  }

  private store(
    runId: string,
    lists: readonly Shortlist[],
    generation: number,
    progress: RunProgress,
  ): Promise<boolean> {
    return this.database.as(WORKER, async (tx) => {
      await this.shortlists.replace(lists, generation, tx);
      return (await this.runs.advance(runId, progress, tx)).cancelRequested;
    });
  }
}

interface Batch {
  /** Demands in order of id; none when there are no more. */
  readonly ids: readonly string[];
  readonly generation: number;
  readonly ranking: Promise<Shortlist[]>;
}

function note(progress: RunProgress, ids: readonly string[], lists: readonly Shortlist[]): void {
  progress.done += ids.length;
  progress.resumeAfter = ids.at(-1) ?? progress.resumeAfter;
  for (const { pairKind, entries } of lists) {
    const kind = (progress.byKind[pairKind] ??= { demands: 0, entries: 0 });
    kind.demands += 1;
    kind.entries += entries.count;
    progress.entries += entries.count;
  }
}
