import { z } from 'zod';
import { listOf, pageQuery } from '../../platform/http/query.schema';
import type { UserRole } from './user.entity';

const USER_ROLES = [
  'manager',
  'park-lead',
  'officer',
  'enterprise',
  'organiser',
  'commission',
  'auditor',
  'project-owner',
  'talent',
] as const satisfies readonly UserRole[];

const role = z.enum(USER_ROLES);
const ids = z.array(z.uuid()).max(50);

/** Without a second factor length is what protects: 15 characters (NIST SP 800-63B-4). */
export const passwordSchema = z.string().min(15).max(200);
/** Beside a second factor fewer characters do; which is the case is judged where the account is known. */
export const newPasswordSchema = z.string().min(8).max(200);

const rights = {
  parkIds: ids.default([]).describe('parks of an officer or park lead, at least one'),
  activityIds: ids.default([]).describe('activities of an organiser'),
  organisationId: z.uuid().nullable().default(null).describe('the organisation of an enterprise user'),
  personId: z.uuid().nullable().default(null).describe('the person behind a talent or project owner'),
  expiresOn: z.iso.date().nullable().default(null).describe('last day of the account; an auditor needs one'),
};

export const createUserSchema = z.strictObject({
  login: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9._@-]{1,99}$/),
  name: z.string().trim().min(1).max(100),
  role,
  ...rights,
  password: passwordSchema.optional().describe('left out: a random one, answered once'),
});
export type CreateUser = z.infer<typeof createUserSchema>;

export const updateUserSchema = z
  .strictObject({
    name: createUserSchema.shape.name,
    parkIds: ids,
    activityIds: ids,
    expiresOn: z.iso.date().nullable(),
  })
  .partial();
export type UpdateUser = z.infer<typeof updateUserSchema>;

export const userQuerySchema = z.strictObject({
  ...pageQuery,
  role: listOf(role).optional(),
});
export type UserQuery = z.infer<typeof userQuerySchema>;

/** A user as the API shows them. */
export const userSchema = z
  .object({
    id: z.uuid(),
    login: z.string(),
    name: z.string(),
    role,
    parkIds: z.array(z.uuid()),
    activityIds: z.array(z.uuid()),
    organisationId: z.uuid().nullable(),
    personId: z.uuid().nullable(),
    expiresOn: z.iso.date().nullable(),
    disabledAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
    version: z.number().int(),
  })
  .meta({ id: 'User' });
export type UserView = z.infer<typeof userSchema>;

export const passwordOnceSchema = z.object({ password: z.string().describe('shown this once') });
export const createdUserSchema = userSchema.extend({
  password: z.string().optional().describe('shown this once'),
});
