import { z } from 'zod';
import { plainText } from '../../common/fields';
import { subjects } from '../../taxonomy/plan.vocabulary';
import { confirmationStates } from '../../taxonomy/signing.vocabulary';

/** What a signing about to be recorded is about. */
export const knownQuery = z
  .strictObject({
    match: z.uuid().optional(),
    project: z.uuid().optional(),
    talent: z.uuid().optional(),
    establishment: plainText(200).optional().describe('the name of an alliance or base'),
    partyB: z.uuid().optional(),
  })
  .refine((named) => Object.keys(named).length === 1, { error: 'PLAN.ONE_SUBJECT' });
export type KnownQuery = z.infer<typeof knownQuery>;

const signing = z.object({
  id: z.uuid(),
  code: z.string(),
  title: z.string().nullable().describe('null for another park’s'),
  park: z.string().nullable(),
  state: confirmationStates.schema,
  contractOn: z.string().nullable(),
  credited: z.boolean().describe('whether it carries the subject’s credits: the first report does'),
});

export const knownSigning = signing.omit({ credited: true }).meta({ id: 'KnownSigning' });
export type KnownSigning = z.infer<typeof knownSigning>;

export const conflictView = z
  .object({
    subject: z.object({ kind: subjects.schema, id: z.uuid() }),
    kind: z.enum(['twice', 'two-parks']),
    signings: z.array(signing),
  })
  .meta({ id: 'Conflict' });
export type ConflictView = z.infer<typeof conflictView>;
