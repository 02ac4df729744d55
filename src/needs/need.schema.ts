import { z } from 'zod';
import { day, inOrder, patchOf, plainText, yuan } from '../common/fields';
import { recordFields, recordQuery } from '../records/record.schema';
import { criteria } from '../taxonomy/match.vocabulary';
import { ipOwnerships, needKinds } from '../taxonomy/need.vocabulary';
import { modes } from '../taxonomy/project.vocabulary';
import {
  degrees,
  educations,
  engagements,
  flexibleForms,
  skillLevels,
  talentTiers,
  titles,
} from '../taxonomy/talent.vocabulary';

const indicator = z.strictObject({
  name: plainText(100),
  /** Where the enterprise stands today. */
  now: plainText(200).optional(),
  wanted: plainText(200),
});

/** What a technology need says beside its text; money in whole 元. */
export const technologyDetails = z
  .strictObject({
    indicators: z.array(indicator).max(30).default([]),
    basis: plainText(5000).optional(),
    budgetMin: yuan.optional(),
    budgetMax: yuan.optional(),
    deadline: day.optional(),
    modes: z.array(modes.schema).max(8).default([]),
    ipOwnership: ipOwnerships.schema.optional(),
    trlWanted: z.int().min(1).max(9).optional(),
    expertsWanted: plainText(1000).optional(),
  })
  .superRefine(inOrder('budgetMin', 'budgetMax'));
export type TechnologyDetails = z.infer<typeof technologyDetails>;

/** What a hiring need says beside its text; pay in whole 元 a year. */
export const hiringDetails = z
  .strictObject({
    headcount: z.int().min(1).max(10_000),
    tier: talentTiers.schema,
    education: educations.schema.optional(),
    degree: degrees.schema.optional(),
    fields: z.array(plainText(100)).max(20).default([]),
    skillLevel: skillLevels.schema.optional(),
    title: titles.schema.optional(),
    minYears: z.int().min(0).max(60).optional(),
    city: plainText(50).optional(),
    engagement: z.array(engagements.schema).min(1).max(2),
    flexibleForms: z.array(flexibleForms.schema).max(5).optional(),
    payMin: yuan.optional(),
    payMax: yuan.optional(),
    benefits: plainText(2000).optional(),
    arrivalBy: day.optional(),
  })
  .superRefine(inOrder('payMin', 'payMax'));
export type HiringDetails = z.infer<typeof hiringDetails>;

const needFields = {
  ...recordFields,
  /** The criteria that are required; all others are wishes. */
  must: z.array(criteria.schema).max(13).default([]),
};

export const createNeed = z.discriminatedUnion('kind', [
  z.strictObject({ ...needFields, kind: z.literal('technology'), technology: technologyDetails }),
  z.strictObject({ ...needFields, kind: z.literal('hiring'), hiring: hiringDetails }),
]);
export type CreateNeed = z.infer<typeof createNeed>;

/** The kind of a need stays: the details sent must be of its kind. */
export const editNeed = z.strictObject({
  ...patchOf(needFields),
  technology: technologyDetails.optional(),
  hiring: hiringDetails.optional(),
});
export type EditNeed = z.infer<typeof editNeed>;

export const needQuery = z.strictObject({
  ...recordQuery,
  kind: needKinds.schema.optional(),
  tier: talentTiers.schema.optional(),
});
export type NeedQuery = z.infer<typeof needQuery>;
