import { z } from 'zod';
import { pairKinds } from '../../taxonomy/match.vocabulary';

export const createAlert = z.strictObject({
  pairKind: pairKinds.schema,
  demand: z.uuid().describe('need or project whose shortlist is watched'),
  minScore: z.int().min(0).max(100).default(80),
});
export type CreateAlert = z.infer<typeof createAlert>;

export const alertView = z
  .object({
    id: z.uuid(),
    pairKind: pairKinds.schema,
    demand: z.uuid(),
    code: z.string().nullable(),
    minScore: z.number().int(),
    createdAt: z.string(),
  })
  .meta({ id: 'MatchAlert' });
export type AlertView = z.infer<typeof alertView>;
