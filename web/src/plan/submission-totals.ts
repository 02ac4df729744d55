import type { SubmissionView } from '@server/plan/submissions/submission.schema';

const FIGURES = ['counted', 'new', 'late', 'withdrawn'] as const;
export type SubmissionTotals = Record<(typeof FIGURES)[number], number>;

/** 项次 over all targets: a sum across kinds, never a number of signings. */
export const totalsOf = (targets: SubmissionView['targets']): SubmissionTotals =>
  Object.fromEntries(
    FIGURES.map((figure) => [figure, targets.reduce((sum, target) => sum + target[figure], 0)]),
  ) as SubmissionTotals;
