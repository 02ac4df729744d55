import type { ForecastView } from '@server/plan/forecast/forecast.schema';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../api/http';

export type TargetForecast = ForecastView['targets'][number];

export const forecastQuery = (code: string) =>
  queryOptions({
    queryKey: ['plans', code, 'forecast'],
    queryFn: ({ signal }) => get<ForecastView>(`/plans/${code}/forecast`, { signal }),
  });

/** The forecast's interval on a target's bar, in percent of its length; nothing where nothing is open. */
export function bandOf({
  goal,
  counted,
  low,
  high,
  open,
}: Pick<TargetForecast, 'goal' | 'counted' | 'low' | 'high' | 'open'>):
  { left: number; width: number } | undefined {
  if (open === 0 || high === counted) return undefined;
  const length = Math.max(goal, counted, 1);
  const left = (100 * Math.min(low, length)) / length;
  return { left, width: (100 * Math.min(high, length)) / length - left };
}
