import { z } from 'zod';
import { consentPurposeSchema } from '../../identity/consent/consent.schema';

export const consentLinkView = z
  .object({
    id: z.uuid(),
    sentAt: z.string(),
    expiresAt: z.string(),
    answeredAt: z.string().nullable(),
    token: z.string().optional().describe('in the answer to its making only'),
  })
  .meta({ id: 'ConsentLink' });
export type ConsentLinkView = z.infer<typeof consentLinkView>;

export const consentQuestion = z
  .object({
    park: z.string().nullable().describe('who asks; null: the platform'),
    purposes: z.array(consentPurposeSchema),
    given: z.array(consentPurposeSchema).describe('what the person agrees to now'),
    expiresAt: z.string(),
  })
  .meta({ id: 'ConsentQuestion' });
export type ConsentQuestion = z.infer<typeof consentQuestion>;

export const answerConsent = z.strictObject({
  agree: z.array(consentPurposeSchema).max(3).describe('all others are taken back'),
  textVersion: z.string().trim().min(1).max(50),
});
export type AnswerConsent = z.infer<typeof answerConsent>;
