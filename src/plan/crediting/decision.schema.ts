import { z } from 'zod';
import { plainText } from '../../common/fields';
import { documentKinds } from '../../taxonomy/document.vocabulary';
import { qualityWords } from '../../taxonomy/plan.vocabulary';

export const confirmSigning = z
  .strictObject({
    attributionReason: plainText(500)
      .optional()
      .describe('asked for when the contract is dated before its activity or long after it'),
  })
  .prefault({});
export type ConfirmSigning = z.infer<typeof confirmSigning>;

export const returnSigning = z
  .strictObject({
    missing: z.array(documentKinds.schema).max(40).default([]).describe('papers ticked as missing'),
    note: plainText(1000).optional(),
  })
  .refine(({ missing, note }) => missing.length > 0 || note !== undefined, {
    path: ['note'],
    error: 'SIGNING.REASON_MISSING',
  });
export type ReturnSigning = z.infer<typeof returnSigning>;

export const reasonBody = z.strictObject({ reason: plainText(1000) });
export type ReasonBody = z.infer<typeof reasonBody>;

export const decideQuality = z.strictObject({
  word: qualityWords.schema,
  applies: z.boolean(),
  reason: plainText(1000),
  basis: plainText(500).describe('the paper, list or meeting it rests on'),
});
export type DecideQuality = z.infer<typeof decideQuality>;

export const qualityView = z
  .object({
    ...decideQuality.shape,
    id: z.uuid(),
    decidedBy: z.uuid().nullable(),
    decidedAt: z.string(),
  })
  .meta({ id: 'QualityDecision' });
export type QualityView = z.infer<typeof qualityView>;
