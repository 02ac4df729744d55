import { Injectable } from '@nestjs/common';
import type { Actor } from '../../common/actor';
import { Forbidden } from '../../common/errors';
import { Database } from '../../platform/database/database';
import type { LabelledScore } from '../engine/learn/fit-calibration';
import { judgeWeights } from '../engine/learn/judge-weights';
import { heldComparisons, learnKind, type Lesson } from '../engine/learn/learn-kind';
import { PAIR_KINDS, type PairKind } from '../engine/pair-kind';
import { ModelService } from '../models/model.service';
import { RecordedDecisions } from './recorded-decisions';

export interface Learnt {
  /** The candidate's version; null: there is nothing that the current model does not have. */
  readonly candidate: number | null;
  readonly lessons: readonly Lesson[];
}

/** Pairs judged elsewhere, for the calibration of one kind. */
export interface GivenLabels {
  readonly pairKind: PairKind;
  readonly labelled: readonly LabelledScore[];
}

/** Learning from what people decided: candidates, and how they compare with the current model. */
@Injectable()
export class LearningService {
  constructor(
    private readonly database: Database,
    private readonly recorded: RecordedDecisions,
    private readonly models: ModelService,
  ) {}

  /**
   * Stores a candidate with what was learnt: weights of the kinds in which they order held decisions better, beyond
   * doubt, and calibrations of those with enough labels. It scores nothing until it is promoted.
   */
  async fit(actor: Actor, given?: GivenLabels): Promise<Learnt> {
    requireManager(actor);
    const current = await this.models.getCurrent();
    const decisions = await this.recorded.read(actor);
    const learnt = PAIR_KINDS.map((kind) =>
      learnKind(
        kind,
        decisions.get(kind) ?? [],
        current,
        given?.pairKind === kind ? given.labelled : undefined,
      ),
    );
    const lessons = learnt.map(({ lesson }) => lesson);
    const news = learnt.filter(({ proposal }) => proposal.isNew);
    if (news.length === 0) return { candidate: null, lessons };
    const { values } = current;
    const weights = { ...values.weights };
    const calibration = { ...values.calibration };
    for (const { lesson, proposal } of news) {
      weights[lesson.pairKind] = proposal.weights;
      if (proposal.calibration === undefined) delete calibration[lesson.pairKind];
      else calibration[lesson.pairKind] = proposal.calibration;
    }
    const note = `learnt for ${news.map(({ lesson }) => lesson.pairKind).join(', ')}`;
    const candidate = await this.database.as(actor, (tx) =>
      this.models.propose({ ...values, weights, calibration }, note, tx),
    );
    return { candidate, lessons };
  }

  /** Sets a model's weights against the current one's on the decisions that are held back from learning. */
  async compare(actor: Actor, version: number): Promise<Lesson[]> {
    requireManager(actor);
    const [current, other] = [await this.models.getCurrent(), await this.models.get(version)];
    const decisions = await this.recorded.read(actor);
    return PAIR_KINDS.map((pairKind) => {
      const found = decisions.get(pairKind) ?? [];
      const held = heldComparisons(found);
      const weights = other.weightsOf(pairKind);
      return {
        pairKind,
        labelled: found.filter(({ fits }) => fits !== null).length,
        weights,
        verdict: held.length === 0 ? null : judgeWeights(held, current.weightsOf(pairKind), weights),
      };
    });
  }
}

function requireManager(actor: Actor): void {
  if (actor.role !== 'manager' && actor.role !== 'system')
    throw new Forbidden('MATCH.MODEL_FOR_MANAGERS', 'Only managers choose the model');
}
