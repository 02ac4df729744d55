import type { PlanSummary } from '@server/plan/plan.schema';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../api/http';

export const plansQuery = queryOptions({
  queryKey: ['plans'],
  queryFn: ({ signal }) => get<PlanSummary[]>('/plans', { signal }),
});
