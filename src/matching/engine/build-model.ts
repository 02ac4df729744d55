import { PIPELINE_VERSION } from './features';
import {
  type Calibration,
  type LatentFactors,
  Model,
  type PartWeights,
  type TagProfiles,
  type TermStatistics,
} from './model';
import type { PairKind } from './pair-kind';
import { DEFAULT_CALIBRATION } from './score/default-calibration';

/**
 * The weights a model has until decisions teach better ones. Technology is decided by what the texts say; hiring by
 * the criteria as much as by the texts.
 */
export const DEFAULT_WEIGHTS: Readonly<Record<PairKind, PartWeights>> = {
  'tech-project': { text: 0.6, meaning: 0.1, tags: 0.2, criteria: 0.1 },
  'tech-expert': { text: 0.6, meaning: 0.1, tags: 0.2, criteria: 0.1 },
  'hiring-talent': { text: 0.4, meaning: 0.1, tags: 0.1, criteria: 0.4 },
  'project-expert': { text: 0.6, meaning: 0.1, tags: 0.2, criteria: 0.1 },
};

/** What a new model is frozen from; everything but the statistics has a default. */
export interface ModelIngredients {
  readonly version: number;
  readonly statistics: TermStatistics;
  readonly weights?: Readonly<Record<PairKind, PartWeights>>;
  readonly calibration?: Readonly<Partial<Record<PairKind, Calibration>>>;
  readonly factors?: LatentFactors;
  readonly tagProfiles?: TagProfiles;
}

/** Freezes a model of the present text pipeline. Version 0 is built so from background statistics. */
export function buildModel({
  weights = DEFAULT_WEIGHTS,
  calibration = DEFAULT_CALIBRATION,
  ...rest
}: ModelIngredients): Model {
  return new Model({ ...rest, weights, calibration, pipelineVersion: PIPELINE_VERSION });
}
