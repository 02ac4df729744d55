import type { RecordSearch } from '../app/searches';
import type { Kind } from './kinds';

/** A list's filter under a name. */
export interface SavedView {
  name: string;
  search: RecordSearch;
}

const keyOf = (userId: string, kind: Kind): string => `views ${userId} ${kind}`;

/** The views that a person saved in this browser, in the order of saving. */
export function readViews(userId: string, kind: Kind): SavedView[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(keyOf(userId, kind)) ?? '[]');
    return Array.isArray(kept) ? (kept as SavedView[]) : [];
  } catch {
    return [];
  }
}

/** Saves a view, in place of one of the same name. @returns all of them */
export function saveView(userId: string, kind: Kind, view: SavedView): SavedView[] {
  const others = readViews(userId, kind).filter(({ name }) => name !== view.name);
  return keep(userId, kind, [...others, view]);
}

export const dropView = (userId: string, kind: Kind, name: string): SavedView[] =>
  keep(
    userId,
    kind,
    readViews(userId, kind).filter((view) => view.name !== name),
  );

function keep(userId: string, kind: Kind, views: SavedView[]): SavedView[] {
  localStorage.setItem(keyOf(userId, kind), JSON.stringify(views));
  return views;
}

/** Whether an address shows a view: the same filter, in any order. */
export function isShown({ search }: SavedView, now: RecordSearch): boolean {
  const names = new Set([...Object.keys(search), ...Object.keys(now)]) as Set<keyof RecordSearch>;
  return [...names].every((name) => search[name] === now[name]);
}
