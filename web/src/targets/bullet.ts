import type { TargetProgress } from '@server/plan/progress/progress.schema';

export interface Bullet {
  /** Percent of the bar's length, which is the goal, or what was counted where that is more. */
  filled: number;
  /** Where 应达 stands. */
  marker: number;
  isLate: boolean;
}

/** A target as a bar with a mark for what should be reached by now. */
export function bulletOf({
  counted,
  goal,
  expected,
  stated,
}: Pick<TargetProgress, 'counted' | 'goal' | 'expected' | 'stated'>): Bullet {
  const length = Math.max(goal, counted, 1);
  return {
    filled: (100 * counted) / length,
    marker: (100 * Math.min(expected, length)) / length,
    isLate: stated && counted < expected,
  };
}
