import { z } from 'zod';
import { normaliseIdentifier } from '../common/identifiers/normalise';
import { isUscc } from '../common/identifiers/uscc';
import { patchOf, plainText } from '../common/fields';
import { pageQuery } from '../platform/http/query.schema';
import { organisationKinds, organisationQualities, regions } from '../taxonomy/organisation.vocabulary';

/** A unified social credit code, as people type it; kept in the standard's form. */
const uscc = z.string().max(40).transform(normaliseIdentifier).refine(isUscc, { error: 'ORGANISATION.USCC' });

const fields = {
  name: plainText(200),
  kind: organisationKinds.schema,
  uscc: uscc.optional(),
  city: plainText(50).optional(),
  region: regions.schema.optional(),
  industry: z
    .string()
    .regex(/^[A-T][0-9]{0,4}$/, { error: 'ORGANISATION.INDUSTRY' })
    .optional()
    .describe('GB/T 4754-2017, such as C3985'),
  qualities: z.array(organisationQualities.schema).max(3).default([]),
  keyEnterprise: z.boolean().default(false),
};

export const createOrganisation = z.strictObject(fields);
export type CreateOrganisation = z.infer<typeof createOrganisation>;

export const editOrganisation = z.strictObject(patchOf(fields));
export type EditOrganisation = z.infer<typeof editOrganisation>;

export const organisationQuery = z.strictObject({
  ...pageQuery,
  kind: organisationKinds.schema.optional(),
  city: plainText(50).optional(),
  q: plainText(100).optional().describe('part of the name, or the whole credit code'),
});
export type OrganisationQuery = z.infer<typeof organisationQuery>;

export const organisationView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    kind: organisationKinds.schema,
    uscc: z.string().nullable(),
    city: z.string().nullable(),
    region: regions.schema.nullable(),
    industry: z.string().nullable(),
    qualities: z.array(organisationQualities.schema),
    keyEnterprise: z.boolean(),
    version: z.number().int(),
    sampleSet: z.string().nullable(),
    mergedInto: z.uuid().nullable().describe('the entry that stays where this one was made twice'),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'Organisation' });
export type OrganisationView = z.infer<typeof organisationView>;

export const parkView = z
  .object({
    id: z.uuid(),
    code: z.string(),
    name: z.string(),
    city: z.string().nullable(),
  })
  .meta({ id: 'Park' });
export type ParkView = z.infer<typeof parkView>;

export const createPark = z.strictObject({
  code: z.string().regex(/^NO\.\d{1,3}$/, { error: 'PARK.CODE' }),
  name: plainText(100),
  city: plainText(50).nullable().default(null),
});
export type CreatePark = z.infer<typeof createPark>;
export const editPark = createPark.omit({ code: true }).partial();
export type EditPark = z.infer<typeof editPark>;
export const parkParam = z.strictObject({ code: createPark.shape.code });
export type ParkParam = z.infer<typeof parkParam>;
