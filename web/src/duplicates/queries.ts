import type { DuplicateKind } from '@server/duplicates/duplicate-kind';
import type { DismissalView, DuplicatesView } from '@server/duplicates/finding/duplicate-pair.schema';
import type { MergePreview, MergeView } from '@server/duplicates/merging/merge.schema';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { get, post } from '../api/http';

export const duplicatesQuery = (kind: DuplicateKind) =>
  queryOptions({
    queryKey: ['duplicates', kind],
    queryFn: ({ signal }) => get<DuplicatesView>('/duplicates', { signal, query: { kind } }),
  });

export const dismissalsQuery = (kind: DuplicateKind) =>
  queryOptions({
    queryKey: ['duplicates', kind, 'dismissals'],
    queryFn: ({ signal }) => get<DismissalView[]>('/duplicates/dismissals', { signal, query: { kind } }),
  });

/** The latest merges of a kind, or those of one record. */
export const mergesQuery = (kind: DuplicateKind, record?: string) =>
  queryOptions({
    queryKey: ['merges', kind, record],
    queryFn: ({ signal }) => get<MergeView[]>('/merges', { signal, query: { kind, record } }),
  });

/** What a merge would do; asked anew with every choice, since a choice can stand in the way. */
export const previewQuery = (request: {
  kind: DuplicateKind;
  from: string;
  into: string;
  fields: Record<string, string>;
}) =>
  queryOptions({
    queryKey: ['merge-preview', request],
    queryFn: ({ signal }) => post<MergePreview>('/merges/preview', request, { signal }),
    placeholderData: keepPreviousData,
  });
