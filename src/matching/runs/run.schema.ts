import { z } from 'zod';
import { pairKinds } from '../../taxonomy/match.vocabulary';

/** A run as the API answers it; counts are demands (`total`, `done`) and shortlist entries (`entries`). */
export const runView = z.strictObject({
  id: z.uuid(),
  state: z.enum(['waiting', 'running', 'finished', 'cancelled', 'failed']),
  model: z.int().nullable(),
  total: z.int(),
  done: z.int(),
  entries: z.int(),
  byKind: z.partialRecord(pairKinds.schema, z.strictObject({ demands: z.int(), entries: z.int() })),
  cancelRequested: z.boolean(),
  createdAt: z.iso.datetime(),
  startedAt: z.iso.datetime().nullable(),
  finishedAt: z.iso.datetime().nullable(),
});
export type RunView = z.infer<typeof runView>;

export const runParams = z.strictObject({ id: z.uuid() });
