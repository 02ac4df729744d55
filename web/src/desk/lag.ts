import type { TargetProgress } from '@server/plan/progress/progress.schema';

type Target = Pick<TargetProgress, 'counted' | 'goal' | 'expected' | 'stated'>;

/** What is missing today, as a share of the goal. */
const lagOf = ({ counted, goal, expected }: Target): number => (expected - counted) / Math.max(goal, 1);

/** Up to `most` targets behind their time, the furthest behind first; without a stated figure nothing is late. */
export const mostLagging = <T extends Target>(targets: readonly T[], most: number): T[] =>
  targets
    .filter(({ stated, counted, expected }) => stated && counted < expected)
    .sort((a, b) => lagOf(b) - lagOf(a))
    .slice(0, most);
