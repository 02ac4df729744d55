import type { RunEntity } from './run.entity';
import type { RunView } from './run.schema';

export const viewOfRun = (run: RunEntity): RunView => ({
  id: run.id,
  state: run.state,
  model: run.model,
  total: run.total,
  done: run.done,
  entries: run.entries,
  byKind: run.byKind,
  cancelRequested: run.cancelRequested,
  createdAt: run.createdAt.toISOString(),
  startedAt: run.startedAt?.toISOString() ?? null,
  finishedAt: run.finishedAt?.toISOString() ?? null,
});

export const isOver = (run: Pick<RunEntity, 'state'>): boolean =>
  run.state !== 'waiting' && run.state !== 'running';
