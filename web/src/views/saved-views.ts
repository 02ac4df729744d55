import type {
  ChangeView,
  SavedView,
  SaveView,
  ViewedList,
} from '@server/identity/saved-view/saved-view.schema';
import { queryOptions } from '@tanstack/react-query';
import { get, patch, post, remove } from '../api/http';
import { queryClient } from '../api/query-client';
import { sendKept } from './kept-in-browser';

export type { SavedView, ViewedList };
export type Filter = SavedView['filter'];

/** The views that the reader may choose from in a list: their own, then those of their park. */
export const viewsQuery = (list: ViewedList, userId: string) =>
  queryOptions({
    queryKey: ['saved-views', list],
    queryFn: async ({ signal }) => {
      await sendKept(list, userId, (view) => post('/saved-views', view));
      return get<SavedView[]>('/saved-views', { signal, query: { list } });
    },
    staleTime: 60_000,
  });

const keep = (list: ViewedList, views: SavedView[]): void =>
  void queryClient.setQueryData(['saved-views', list], views);

export const saveView = async (view: SaveView): Promise<void> =>
  keep(view.list, await post<SavedView[]>('/saved-views', view));

export const changeView = async (list: ViewedList, id: string, change: ChangeView): Promise<void> =>
  keep(list, await patch<SavedView[]>(`/saved-views/${id}`, undefined, change));

export const dropView = async (list: ViewedList, id: string): Promise<void> =>
  keep(list, await remove<SavedView[]>(`/saved-views/${id}`));

/** What an address filters by, without what it leaves open. */
export const filterOf = (search: object): Filter =>
  Object.fromEntries(
    Object.entries(search as Record<string, unknown>).filter(
      (entry): entry is [string, string | true] => typeof entry[1] === 'string' || entry[1] === true,
    ),
  );

/** Whether an address shows a view: the same filter, in any order. */
export function isShown({ filter }: Pick<SavedView, 'filter'>, now: Filter): boolean {
  const names = new Set([...Object.keys(filter), ...Object.keys(now)]);
  return [...names].every((name) => filter[name] === now[name]);
}
