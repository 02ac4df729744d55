import { z } from 'zod';
import { ROLES } from '../../common/actor';
import { pageQuery } from '../../platform/http/query.schema';

const word = z.string().min(1).max(100);

export const auditQuerySchema = z.strictObject({
  ...pageQuery,
  subjectKind: word.optional(),
  subjectId: word.optional(),
  action: word.optional(),
  actorUserId: z.uuid().optional(),
});
export type AuditQuery = z.infer<typeof auditQuerySchema>;

export const auditEntrySchema = z
  .object({
    id: z.uuid(),
    at: z.iso.datetime(),
    actorUserId: z.uuid().nullable(),
    actorRole: z.enum(ROLES),
    action: z.string(),
    subjectKind: z.string(),
    subjectId: z.string().nullable(),
    detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    requestId: z.string().nullable(),
  })
  .meta({ id: 'AuditEntry' });
