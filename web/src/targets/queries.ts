import type { PlanSummary, PlanView } from '@server/plan/plan.schema';
import type { ParkProgress, ProgressView } from '@server/plan/progress/progress.schema';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../api/http';

export const plansQuery = queryOptions({
  queryKey: ['plans'],
  queryFn: ({ signal }) => get<PlanSummary[]>('/plans', { signal }),
});

export const planQuery = (code: string) =>
  queryOptions({
    queryKey: ['plans', code],
    queryFn: ({ signal }) => get<PlanView>(`/plans/${code}`, { signal }),
  });

/** Now, or as it was known at an instant. */
export const progressQuery = (code: string, asOf?: string) =>
  queryOptions({
    queryKey: ['plans', code, 'progress', asOf],
    queryFn: ({ signal }) => get<ProgressView>(`/plans/${code}/progress`, { signal, query: { asOf } }),
  });

export const parkProgressQuery = (code: string, asOf?: string) =>
  queryOptions({
    queryKey: ['plans', code, 'parks', asOf],
    queryFn: ({ signal }) => get<ParkProgress[]>(`/plans/${code}/parks`, { signal, query: { asOf } }),
  });
