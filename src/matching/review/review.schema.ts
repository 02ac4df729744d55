import { z } from 'zod';
import { day, plainText } from '../../common/fields';
import { listOf, pageQuery } from '../../platform/http/query.schema';
import { matchStages, pairKinds } from '../../taxonomy/match.vocabulary';
import { declineReasons, reasonSides } from '../../taxonomy/reason.vocabulary';
import { shownSchema } from './seen.schema';

const step = {
  to: matchStages.schema,
  /** Who decided so; comes of itself from the reason. */
  side: reasonSides.schema.optional(),
  /** Needed to decline or terminate. */
  reason: declineReasons.schema.optional(),
  note: plainText(2000).optional(),
  shown: shownSchema.optional(),
};
export const moveMatch = z.strictObject(step);
export type MoveMatch = z.infer<typeof moveMatch>;

const decision = z.strictObject({
  pairKind: pairKinds.schema,
  demandId: z.uuid(),
  supplyId: z.uuid(),
  version: z.int().min(0).describe('of the match; 0 while there is none'),
  ...step,
});
export type Decision = z.infer<typeof decision>;

export const decideMany = z.strictObject({ items: z.array(decision).min(1).max(100) });
export type DecideMany = z.infer<typeof decideMany>;

export const matchQuery = z.strictObject({
  ...pageQuery,
  stage: listOf(matchStages.schema).optional(),
  pairKind: pairKinds.schema.optional(),
  park: plainText(20).optional().describe("a park's code; of either side unless `side` says which"),
  side: z
    .enum(['demand', 'supply'])
    .optional()
    .describe("on which side the park stands; without `park`, one's own"),
  demand: z.uuid().optional(),
  supply: z.uuid().optional(),
  contactBy: day.optional().describe('whose last contact asked for another by this day'),
  mine: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .optional()
    .describe('moved by oneself'),
});
export type MatchQuery = z.infer<typeof matchQuery>;
