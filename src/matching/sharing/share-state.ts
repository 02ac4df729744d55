import { z } from 'zod';
import { declineReasons } from '../../taxonomy/reason.vocabulary';
import type { ShareEntity } from './share.entity';
import { answers, released } from './share.schema';

/** A live share as the officers of its match see it; its id is the enterprise's alone. */
export const shareState = z
  .object({
    sharedAt: z.string(),
    sharedBy: z.uuid().nullable(),
    released,
    summary: z.string().nullable(),
    answer: answers.nullable(),
    answerReason: declineReasons.schema.nullable(),
    answerNote: z.string().nullable(),
    answeredAt: z.string().nullable(),
  })
  .meta({ id: 'ShareState' });
export type ShareState = z.infer<typeof shareState>;

export const shareStateOf = (share: ShareEntity): ShareState => ({
  sharedAt: share.sharedAt.toISOString(),
  sharedBy: share.sharedBy,
  released: share.released,
  summary: share.redactedSummary,
  answer: share.answer,
  answerReason: share.answerReason,
  answerNote: share.answerNote,
  answeredAt: share.answeredAt?.toISOString() ?? null,
});
