import type { Page } from '@server/common/page';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { get } from '../api/http';
import type { RecordSearch } from '../app/searches';
import type { Kind, Views } from './kinds';

/** A screenful first, so that it is there at once; then as much as the API gives. */
const FIRST_ROWS = 60;
const ROWS = 200;

/** A list page by page; the address holds the filter, so a list can be sent to a colleague. */
export const recordsQuery = <K extends Kind>(kind: K, search: RecordSearch) =>
  infiniteQueryOptions({
    queryKey: [kind, 'list', search],
    queryFn: ({ pageParam, signal }) =>
      get<Page<Views[K]>>(`/${kind}`, {
        signal,
        query: { ...search, limit: pageParam ? ROWS : FIRST_ROWS, cursor: pageParam },
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (last) => last.nextCursor ?? undefined,
  });

export const recordQuery = (kind: Kind, id: string) =>
  queryOptions({
    queryKey: [kind, id],
    queryFn: ({ signal }) => get<Views[Kind]>(`/${kind}/${id}`, { signal }),
  });
