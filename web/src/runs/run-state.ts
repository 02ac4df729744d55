import type { RunView } from '@server/matching/runs/run.schema';

export const isOver = ({ state }: Pick<RunView, 'state'>): boolean =>
  state !== 'waiting' && state !== 'running';

/** Whole percent of the demands that are done; a finished run of nothing is done too. */
export const percentOf = ({ done, total, state }: Pick<RunView, 'done' | 'total' | 'state'>): number =>
  total > 0 ? Math.floor((100 * done) / total) : state === 'finished' ? 100 : 0;
