import type { DuplicateKind } from '@server/duplicates/duplicate-kind';
import type {
  DismissalView,
  DuplicatesView,
  SearchView,
} from '@server/duplicates/finding/duplicate-pair.schema';
import type { MergePreview, MergeView } from '@server/duplicates/merging/merge.schema';
import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { get, post } from '../api/http';

export const duplicatesQuery = (kind: DuplicateKind) =>
  queryOptions({
    queryKey: ['duplicates', kind],
    queryFn: ({ signal }) => get<DuplicatesView>('/duplicates', { signal, query: { kind } }),
  });

const POLL_MS = 2000;
export const isSearching = (search: SearchView | null | undefined): boolean =>
  search?.state === 'waiting' || search?.state === 'running';

/** Follows a search until it is over; where a proxy keeps the stream back, by asking every two seconds. */
export function useSearchEvents(kind: DuplicateKind, search: SearchView | null | undefined): void {
  const client = useQueryClient();
  const searching = isSearching(search);
  useEffect(() => {
    if (!searching) return;
    const { queryKey } = duplicatesQuery(kind);
    const refresh = () => void client.invalidateQueries({ queryKey, exact: true });
    let timer: ReturnType<typeof setInterval> | undefined;
    const events = new EventSource(`/api/v1/duplicates/searches/${kind}/events`);
    events.addEventListener('search', (event: MessageEvent<string>) => {
      const now = JSON.parse(event.data) as SearchView;
      client.setQueryData(queryKey, (found) => found && { ...found, search: now });
      if (isSearching(now)) return;
      events.close();
      refresh();
    });
    events.onerror = () => {
      events.close();
      timer = setInterval(refresh, POLL_MS);
    };
    return () => {
      events.close();
      clearInterval(timer);
    };
  }, [client, kind, searching]);
}

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
