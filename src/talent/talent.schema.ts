import { z } from 'zod';
import { day, patchOf, plainText, yuan } from '../common/fields';
import { recordFields, recordQuery } from '../records/record.schema';
import { consentBasisSchema, consentPurposeSchema } from '../identity/consent/consent.schema';
import {
  degrees,
  educations,
  engagements,
  flexibleForms,
  skillLevels,
  talentTiers,
  titles,
} from '../taxonomy/talent.vocabulary';

/** What a talent says beside the biography; pay expected in whole 元 a year. */
const ownFields = {
  education: educations.schema.optional(),
  degree: degrees.schema.optional(),
  school: plainText(100).optional(),
  field: plainText(100).optional(),
  /** Rank of the professional title. */
  title: titles.schema.optional(),
  skillLevel: skillLevels.schema.optional(),
  certificateNo: plainText(50).optional(),
  employer: plainText(200).optional(),
  post: plainText(100).optional(),
  years: z.int().min(0).max(80).optional(),
  city: plainText(50).optional(),
  citiesAccepted: z.array(plainText(50)).max(50).default([]),
  engagement: z.array(engagements.schema).max(2).default([]),
  flexibleForms: z.array(flexibleForms.schema).max(5).optional(),
  daysPerYear: z.int().min(1).max(366).optional(),
  payMin: yuan.optional(),
  payMax: yuan.optional(),
  availableFrom: day.optional(),
  /** 来源单位: who handed the profile in. */
  source: plainText(200).optional(),
};
export const talentDetails = z.strictObject(ownFields);
export type TalentDetails = z.infer<typeof talentDetails>;

/** How a person is reached; stored encrypted, never in an answer but reveal-contact. */
export const contact = z.strictObject({
  phone: z
    .string()
    .regex(/^\+?[0-9][0-9 -]{4,20}$/, { error: 'must be a telephone number' })
    .optional(),
  email: z.email().max(200).optional(),
});
export type Contact = z.infer<typeof contact>;

const {
  title: _title,
  organisation: _organisation,
  confidentiality: _confidentiality,
  ...shared
} = recordFields;
const columns = { tier: talentTiers.schema, headline: plainText(500).optional() };

/** `title` is the professional title; the profile's headline comes of itself from post, field or text unless given. */
export const createTalent = z.strictObject({
  ...shared,
  ...columns,
  ...ownFields,
  name: plainText(100),
  contact: contact.optional(),
});
export type CreateTalent = z.infer<typeof createTalent>;

export const editTalent = z.strictObject({
  ...patchOf(shared),
  ...patchOf({ ...columns, ...ownFields }),
  name: plainText(100).optional(),
  contact: contact.optional(),
});
export type EditTalent = z.infer<typeof editTalent>;

export const talentQuery = z.strictObject({ ...recordQuery, tier: talentTiers.schema.optional() });
export type TalentQuery = z.infer<typeof talentQuery>;

/** Why contact is looked at; kept in the audit log. */
export const revealContact = z.strictObject({ reason: plainText(500) });
export type RevealContact = z.infer<typeof revealContact>;

export const consentParams = z.strictObject({ id: z.uuid(), purpose: consentPurposeSchema });
export type ConsentParams = z.infer<typeof consentParams>;

export const consentView = z
  .object({
    purpose: consentPurposeSchema,
    basis: consentBasisSchema,
    textVersion: z.string(),
    source: z.string().nullable(),
    givenAt: z.string(),
    withdrawnAt: z.string().nullable(),
  })
  .meta({ id: 'Consent' });
export type ConsentView = z.infer<typeof consentView>;
