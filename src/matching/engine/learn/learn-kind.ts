import type { Calibration, Model, PartWeights } from '../model';
import type { PairKind } from '../pair-kind';
import { ENOUGH_LABELLED } from '../score/fit-of-score';
import { scoreOfParts } from '../score/part-values';
import { comparisonsOf, type Decision } from './comparisons';
import { fitCalibration, type LabelledScore } from './fit-calibration';
import { isHeldBack, judgeWeights, type Verdict } from './judge-weights';
import { learnWeights } from './learn-weights';

/** What decisions on one kind of pair have to teach. */
export interface Lesson {
  readonly pairKind: PairKind;
  /** Pairs judged by people. */
  readonly labelled: number;
  /** Learnt from the decisions of two demands in three. */
  readonly weights: PartWeights;
  /** On the decisions of the others; null: there are none. */
  readonly verdict: Verdict | null;
}

/** What a candidate would have for the kind: learnt weights only where the verdict is good. */
export interface Proposal {
  readonly weights: PartWeights;
  readonly calibration: Calibration | undefined;
  /** Whether it differs from the current model. */
  readonly isNew: boolean;
}

const labelsOf = (decisions: readonly Decision[], weights: PartWeights): LabelledScore[] =>
  decisions.flatMap(({ fits, values }) =>
    fits === null ? [] : [{ score: scoreOfParts(values, weights), fits }],
  );

/** Comparisons that judge candidates instead of teaching them. */
export const heldComparisons = (decisions: readonly Decision[]) =>
  comparisonsOf(decisions).filter(({ demandId }) => isHeldBack(demandId));

/**
 * Learns weights and calibration of one kind of pair. `labelled` are pairs judged elsewhere, with their scores; without
 * them the decisions themselves are the labels. The same decisions and model give the same answer.
 */
export function learnKind(
  pairKind: PairKind,
  decisions: readonly Decision[],
  current: Model,
  labelled?: readonly LabelledScore[],
): { lesson: Lesson; proposal: Proposal } {
  const before = current.weightsOf(pairKind);
  const taught = comparisonsOf(decisions).filter(({ demandId }) => !isHeldBack(demandId));
  const held = heldComparisons(decisions);
  const learnt = learnWeights(taught, before);
  const verdict = held.length === 0 ? null : judgeWeights(held, before, learnt);
  const isBetter = verdict?.isBetter ?? false;
  const weights = isBetter ? learnt : before;
  const labels = labelled ?? labelsOf(decisions, weights);
  const measured = labels.length >= ENOUGH_LABELLED ? fitCalibration(labels) : undefined;
  // What was measured with other weights says nothing about these.
  const calibration = measured ?? (isBetter ? undefined : current.values.calibration[pairKind]);
  return {
    lesson: { pairKind, labelled: labels.length, weights: learnt, verdict },
    proposal: { weights, calibration, isNew: isBetter || measured !== undefined },
  };
}
