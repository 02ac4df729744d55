import type { ImportView } from '@server/intake/imports/import.schema';

export const isMoving = ({ state }: Pick<ImportView, 'state'>): boolean =>
  state === 'reading' || state === 'running' || state === 'reverting';

/** Whole percent of the rows done; a step whose rows are not counted yet is at its beginning. */
export const percentOf = ({ done, total }: Pick<ImportView, 'done' | 'total'>): number =>
  total > 0 ? Math.floor((100 * done) / total) : 0;

/** What the rows of an import are shown by: each tab with the row states it holds. */
export const ROW_TABS = {
  doubtful: ['doubtful', 'failed'],
  ready: ['ready'],
  known: ['known', 'same', 'kept'],
  leftOut: ['left-out'],
  done: ['created', 'updated', 'merged', 'reverted'],
} as const;
export type RowTab = keyof typeof ROW_TABS;

export const countOf = ({ counts }: Pick<ImportView, 'counts'>, tab: RowTab): number =>
  ROW_TABS[tab].reduce((sum, state) => sum + (counts[state] ?? 0), 0);

/** The tab to begin with: what needs a person, else what came of the rows. */
export const firstTab = (list: Pick<ImportView, 'counts'>): RowTab =>
  (['doubtful', 'ready', 'done', 'known', 'leftOut'] as const).find((tab) => countOf(list, tab) > 0) ??
  'ready';
