import { Injectable } from '@nestjs/common';
import { WORKER } from '../../common/actor';
import { Database } from '../../platform/database/database';
import { Corpus } from '../corpus/corpus';
import { FeatureService } from '../corpus/feature.service';
import type { Matcher } from '../engine/matcher';
import { PAIR_KINDS, PAIR_SIDES, type PairKind } from '../engine/pair-kind';
import { MatchingService } from '../matching.service';
import { ModelService } from '../models/model.service';
import { type Shortlist, ShortlistRepository } from '../shortlists/shortlist.repository';
import type { RunEntity } from './run.entity';
import { type RunProgress, RunRepository } from './run.repository';
import { isOver } from './run.view';

/** Demands whose shortlists are stored together: a lost worker repeats at most this many. */
const BATCH = 100;

/** Matches everything, batch by batch; goes on where an earlier worker stopped. */
@Injectable()
export class BulkMatchService {
  constructor(
    private readonly database: Database,
    private readonly runs: RunRepository,
    private readonly features: FeatureService,
    private readonly corpus: Corpus,
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
    const matcher = await this.prepare(run);
    const progress = await this.begin(run, matcher);
    const stopped = await this.matchDemands(run.id, matcher, progress);
    await this.database.as(WORKER, (tx) => this.runs.finish(run.id, stopped ? 'cancelled' : 'finished', tx));
  }

  /** Features of every record, and a new model when the corpus has outgrown the present one. */
  private async prepare(run: RunEntity): Promise<Matcher> {
    await this.features.refreshAll(() => Promise.resolve());
    const matcher = await this.corpus.catchUp();
    const resumed = run.resumeAfter !== null;
    if (resumed || !(await this.models.isWornOut(matcher.count))) return matcher;
    await this.database.as(WORKER, (tx) =>
      this.models.freeze([...matcher.allFeatures()], `run ${run.id}`, tx),
    );
    return this.corpus.catchUp();
  }

  private async begin(run: RunEntity, matcher: Matcher): Promise<RunProgress> {
    const total = new Set(PAIR_KINDS.map((pair) => PAIR_SIDES[pair].demand)).values();
    const demands = [...total].reduce((sum, kind) => sum + matcher.size(kind), 0);
    const progress: RunProgress = {
      total: demands,
      done: run.done,
      entries: run.entries,
      byKind: run.byKind,
      resumeAfter: run.resumeAfter,
    };
    await this.database.as(WORKER, async (tx) => {
      await this.runs.start(run.id, matcher.model.version, tx);
      await this.runs.advance(run.id, progress, tx);
    });
    return progress;
  }

  /** Answers whether the run was asked to stop. */
  private async matchDemands(runId: string, matcher: Matcher, progress: RunProgress): Promise<boolean> {
    const demands = demandsOf(matcher).filter(
      ({ id }) => progress.resumeAfter === null || id > progress.resumeAfter,
    );
    for (let at = 0; at < demands.length; at += BATCH) {
      const batch = demands.slice(at, at + BATCH);
      const generation = await this.database.as(WORKER, (tx) => this.shortlists.nextGeneration(tx));
      const asked = batch.flatMap(({ id, pairs }) => pairs.map((pair) => ({ demandId: id, pair })));
      const lists = await this.matching.rankAll(asked, matcher);
      note(progress, batch.length, batch.at(-1)?.id ?? null, lists);
      const { cancelRequested } = await this.database.as(WORKER, async (tx) => {
        await this.shortlists.replace(lists, generation, tx);
        return this.runs.advance(runId, progress, tx);
      });
      if (cancelRequested) return true;
    }
    return false;
  }
}

interface Demand {
  id: string;
  pairs: PairKind[];
}

/** Every demand with the pair kinds it asks in, in ascending order of ids: the order a run goes on in. */
function demandsOf(matcher: Matcher): Demand[] {
  const demands = new Map<string, PairKind[]>();
  for (const pair of PAIR_KINDS)
    for (const id of matcher.ids(PAIR_SIDES[pair].demand))
      demands.set(id, [...(demands.get(id) ?? []), pair]);
  return [...demands].map(([id, pairs]) => ({ id, pairs })).sort((a, b) => (a.id < b.id ? -1 : 1));
}

function note(
  progress: RunProgress,
  demands: number,
  last: string | null,
  lists: readonly Shortlist[],
): void {
  progress.done += demands;
  progress.resumeAfter = last;
  for (const { pairKind, supplyIds } of lists) {
    const kind = (progress.byKind[pairKind] ??= { demands: 0, entries: 0 });
    kind.demands += 1;
    kind.entries += supplyIds.length;
    progress.entries += supplyIds.length;
  }
}
