import { z } from 'zod';
import { dayOf } from '../common/clock';
import { workingDaysUntil } from '../common/working-days';
import type { RecordEntity } from './record.entity';

/** Where what was submitted stands with the park, as its owner is told. */
export const screeningView = z.object({
  submittedAt: z.string(),
  answerDueOn: z.string().describe('the last day for the park to answer'),
  acceptedAt: z.string().nullable().describe('since when somebody looks it through'),
  handler: z.string().nullable().describe('the name of who does'),
  daysLeft: z
    .number()
    .int()
    .nullable()
    .describe('working days until the answer is due, negative when overdue; null once it was given'),
});
export type ScreeningView = z.infer<typeof screeningView>;

/** null for what was never submitted. */
export function screeningOf(
  { status, submittedAt, answerDueOn, acceptedAt, handlerUserId }: RecordEntity,
  handlers: ReadonlyMap<string, string>,
  now: Date,
): ScreeningView | null {
  if (submittedAt === null || answerDueOn === null) return null;
  return {
    submittedAt: submittedAt.toISOString(),
    answerDueOn,
    acceptedAt: acceptedAt?.toISOString() ?? null,
    handler: handlers.get(handlerUserId ?? '') ?? null,
    daysLeft: status === 'submitted' ? workingDaysUntil(answerDueOn, dayOf(now)) : null,
  };
}
