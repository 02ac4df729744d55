import type { SaveView, ViewedList } from '@server/identity/saved-view/saved-view.schema';

const keyOf = (list: ViewedList, userId: string): string => `views ${userId} ${list}`;

/** Views as earlier releases kept them, in the browser. */
function readKept(list: ViewedList, userId: string): Pick<SaveView, 'name' | 'filter'>[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(list, userId)) ?? '[]');
    return (Array.isArray(kept) ? (kept as { name: string; search: SaveView['filter'] }[]) : []).map(
      ({ name, search }) => ({ name, filter: search }),
    );
  } catch {
    return [];
  }
}

/** Hands what this browser kept over to the server, once; what is refused stays, and nothing is held up by it. */
export async function sendKept(
  list: ViewedList,
  userId: string,
  save: (view: SaveView) => Promise<unknown>,
): Promise<void> {
  try {
    for (const view of readKept(list, userId)) await save({ ...view, list, shared: false });
    localStorage.removeItem(keyOf(list, userId));
  } catch {
    // Asked again with the next visit.
  }
}
