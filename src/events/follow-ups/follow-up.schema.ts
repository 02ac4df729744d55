import { z } from 'zod';
import { plainText } from '../../common/fields';
import { pageQuery } from '../../platform/http/query.schema';
import { talkStrengths } from '../../taxonomy/contact.vocabulary';
import { followUpOutcomes } from '../../taxonomy/event.vocabulary';

export const followUpQuery = z.strictObject({
  ...pageQuery,
  session: z.uuid().optional(),
  open: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional()
    .describe('only open ones, or only answered ones; both unless given'),
});
export type FollowUpQuery = z.infer<typeof followUpQuery>;

export const answerFollowUp = z
  .strictObject({ outcome: followUpOutcomes.schema, note: plainText(1000).optional() })
  .refine(({ outcome, note }) => outcome !== 'ended' || note !== undefined, {
    path: ['note'],
    error: 'SESSION.END_NEEDS_REASON',
  });
export type AnswerFollowUp = z.infer<typeof answerFollowUp>;

export const followUpView = z
  .object({
    id: z.uuid(),
    session: z.object({ id: z.uuid(), title: z.string(), heldOn: z.string() }),
    host: z.string().describe('what stood on its sign'),
    visitor: z.string(),
    strength: talkStrengths.schema.nullable(),
    nextStep: z.string().nullable(),
    match: z.uuid().nullable(),
    afterDays: z.number().int(),
    dueOn: z.string(),
    outcomes: z.array(followUpOutcomes.schema).describe('what can be answered at this point'),
    outcome: followUpOutcomes.schema.nullable(),
    note: z.string().nullable(),
    doneAt: z.string().nullable(),
  })
  .meta({ id: 'FollowUp' });
export type FollowUpView = z.infer<typeof followUpView>;
