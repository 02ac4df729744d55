import { z } from 'zod';
import { day } from '../common/fields';
import { milestoneLevels } from './paper-level';

/** What was reached, when, and the papers of the signing that prove it. */
export const newMilestone = z.strictObject({
  level: milestoneLevels,
  reachedOn: day,
  documentIds: z
    .array(z.uuid())
    .min(1)
    .max(20)
    .refine((ids) => new Set(ids).size === ids.length, { error: 'INPUT.DUPLICATE' })
    .describe('papers of this signing'),
  subjectId: z.uuid().optional().describe('one of the signing’s subjects; all of them unless given'),
});
export type NewMilestone = z.infer<typeof newMilestone>;
