import type { ReadingView, TargetProgress } from '@server/plan/progress/progress.schema';

export interface RegionPart {
  region: string;
  count: number;
  /** Percent of what is counted. */
  share: number;
}

export interface TargetNumbers {
  signed: number;
  landed: number;
  /** What else the plan's words may mean, each with its own number. */
  others: ReadingView[];
  regions: RegionPart[];
}

const SIDE_BY_SIDE = ['signed', 'landed'];

/** A target's numbers as the board shows them: 已签约 beside 已落地 always, undecided readings after them. */
export function numbersOf({
  readings,
  byRegion,
}: Pick<TargetProgress, 'readings' | 'byRegion'>): TargetNumbers {
  const at = (level: string) => readings.find(({ code }) => code === level)?.counted ?? 0;
  const counts = Object.entries(byRegion).filter(([, count]) => count > 0);
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  return {
    signed: at('signed'),
    landed: at('landed'),
    others: readings.filter(({ code }) => !SIDE_BY_SIDE.includes(code)),
    regions: counts.map(([region, count]) => ({ region, count, share: (100 * count) / total })),
  };
}
