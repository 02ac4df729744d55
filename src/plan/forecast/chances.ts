/** How far something is on its way to a number: four stages of a match, a signing that waits for its checks, one that has still to land. */
export const FORECAST_STAGES = [
  'shortlisted',
  'shared',
  'negotiating',
  'agreed',
  'checking',
  'signed',
] as const;
export type ForecastStage = (typeof FORECAST_STAGES)[number];

/** What is taken to hold until the platform's own history says otherwise. */
export const PRIORS: Record<ForecastStage, { chance: number; days: number }> = {
  shortlisted: { chance: 0.1, days: 90 },
  shared: { chance: 0.2, days: 60 },
  negotiating: { chance: 0.5, days: 40 },
  agreed: { chance: 0.8, days: 15 },
  checking: { chance: 0.9, days: 7 },
  signed: { chance: 0.6, days: 120 },
};

/** A prior weighs as much as this many matches that have ended. */
export const PRIOR_WEIGHT = 10;

/** How those that were once in a stage ended. */
export interface StageHistory {
  stage: ForecastStage;
  won: number;
  lost: number;
  /** Days from the stage to the signing, over those won. */
  wonDays: number;
}

/** What is known of a stage's chance: a beta distribution, and how long success takes on average. */
export interface StageChance {
  stage: ForecastStage;
  a: number;
  b: number;
  meanDays: number;
}

/** The prior updated by history: conjugate for the chance, a mean that weighs the prior likewise for the days. */
export function chanceOf(stage: ForecastStage, history?: Omit<StageHistory, 'stage'>): StageChance {
  const { chance, days } = PRIORS[stage];
  const { won, lost, wonDays } = history ?? { won: 0, lost: 0, wonDays: 0 };
  return {
    stage,
    a: chance * PRIOR_WEIGHT + won,
    b: (1 - chance) * PRIOR_WEIGHT + lost,
    meanDays: (days * PRIOR_WEIGHT + wonDays) / (PRIOR_WEIGHT + won),
  };
}

export const meanChance = ({ a, b }: StageChance): number => a / (a + b);

/** Share of the successes that come within `days`, their time taken as exponential. */
export const shareWithin = ({ meanDays }: StageChance, days: number): number =>
  days <= 0 ? 0 : 1 - Math.exp(-days / meanDays);
