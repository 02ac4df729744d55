import { z } from 'zod';

/** matching: taking part by name; sharing: being shown to an enterprise; contact: being called. */
export const consentPurposeSchema = z.enum(['matching', 'sharing', 'contact']);
export type ConsentPurpose = z.infer<typeof consentPurposeSchema>;

/** 授权方式: 本人签字, 单位承诺已告知, 公开信息. */
export const consentBasisSchema = z.enum(['signed', 'employer-undertaking', 'public-source']);
export type ConsentBasis = z.infer<typeof consentBasisSchema>;

export const giveConsentSchema = z.strictObject({
  purpose: consentPurposeSchema,
  textVersion: z.string().trim().min(1).max(50),
  basis: consentBasisSchema,
  source: z.string().trim().min(1).max(200).nullable().default(null),
  documentId: z.uuid().nullable().default(null),
});
export type GiveConsent = z.infer<typeof giveConsentSchema>;
