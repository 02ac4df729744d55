import type { Draft } from './drafts';

/** What somebody was typing, with the record as it was when they began: nothing of it for a new one. */
export interface KeptDraft {
  fields: Draft;
  base?: Draft;
  version?: number;
}

const PREFIX = 'draft';

export const draftKey = (userId: string, kind: string, id = 'new'): string =>
  `${PREFIX} ${userId} ${kind} ${id}`;

export function readDraft(key: string): KeptDraft | undefined {
  const kept = localStorage.getItem(key);
  try {
    return kept === null ? undefined : (JSON.parse(kept) as KeptDraft);
  } catch {
    return undefined;
  }
}

export const keepDraft = (key: string, draft: KeptDraft): void =>
  localStorage.setItem(key, JSON.stringify(draft));
export const dropDraft = (key: string): void => localStorage.removeItem(key);
