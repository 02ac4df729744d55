import { z } from 'zod';
import { subjects } from '../../taxonomy/plan.vocabulary';
import { confirmationStates } from '../../taxonomy/signing.vocabulary';

export const conflictView = z
  .object({
    subject: z.object({ kind: subjects.schema, id: z.uuid() }),
    kind: z.enum(['twice', 'two-parks']),
    signings: z.array(
      z.object({
        id: z.uuid(),
        code: z.string(),
        title: z.string().nullable().describe('null for another park’s'),
        park: z.string().nullable(),
        state: confirmationStates.schema,
        contractOn: z.string().nullable(),
        credited: z.boolean().describe('whether it carries the subject’s credits: the first report does'),
      }),
    ),
  })
  .meta({ id: 'Conflict' });
export type ConflictView = z.infer<typeof conflictView>;
