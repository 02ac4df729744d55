import type { ExplanationView } from '@server/matching/explanations/explanation.schema';
import type { ShortlistView } from '@server/matching/shortlists/shortlist.schema';
import type { ParkView } from '@server/organisations/organisation.schema';
import { queryOptions } from '@tanstack/react-query';
import { get } from '../api/http';

export const shortlistQuery = (pairKind: string, demandId: string) =>
  queryOptions({
    queryKey: ['shortlist', pairKind, demandId],
    queryFn: ({ signal }) => get<ShortlistView>(`/shortlists/${pairKind}/${demandId}`, { signal }),
    // Rows must not move under the hands of who decides; there is a button to fetch the list anew.
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });

export const explanationQuery = (pairKind: string, demandId: string, supplyId: string) =>
  queryOptions({
    queryKey: ['explanation', pairKind, demandId, supplyId],
    queryFn: ({ signal }) =>
      get<ExplanationView>(`/explanations/${pairKind}/${demandId}/${supplyId}`, { signal }),
    staleTime: 300_000,
  });

export const parksQuery = queryOptions({
  queryKey: ['parks'],
  queryFn: ({ signal }) => get<ParkView[]>('/parks', { signal }),
  staleTime: Infinity,
});

/** The texts of a record as the reader may see them. */
export interface RecordText {
  title: string;
  text: string;
}
const FOLDER = { need: 'needs', project: 'projects', talent: 'talents' } as const;
export type RecordKind = keyof typeof FOLDER;
export const pathOf = (kind: RecordKind, id: string) => `/${FOLDER[kind]}/${id}`;

export const textQuery = (kind: RecordKind, id: string) =>
  queryOptions({
    queryKey: [FOLDER[kind], id],
    queryFn: ({ signal }) =>
      get<{ title?: string; headline?: string; text: string }>(pathOf(kind, id), { signal }),
    select: (record): RecordText => ({
      title: (kind === 'talent' ? record.headline : record.title) ?? '',
      text: record.text,
    }),
  });
