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
  from: z.iso.date().optional().describe('first day, Asia/Shanghai'),
  to: z.iso.date().optional().describe('last day, Asia/Shanghai'),
});
export type AuditQuery = z.infer<typeof auditQuerySchema>;

export const auditEntrySchema = z
  .object({
    id: z.uuid(),
    at: z.iso.datetime(),
    actorUserId: z.uuid().nullable(),
    actorLogin: z.string().nullable().describe('null for the system, and for an account that is gone'),
    actorRole: z.enum(ROLES),
    action: z.string(),
    subjectKind: z.string(),
    subjectId: z.string().nullable(),
    detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    requestId: z.string().nullable(),
  })
  .meta({ id: 'AuditEntry' });
export type AuditEntryView = z.infer<typeof auditEntrySchema>;

export const auditChainSchema = z
  .object({
    sound: z.boolean(),
    position: z.number().int().describe('of the last link that holds, or of the first that does not'),
    hash: z.string().nullable().describe('of the last link; to be compared with one kept elsewhere'),
    fault: z.enum(['gap', 'entry-missing', 'entry-changed']).nullable(),
  })
  .meta({ id: 'AuditChain' });
export type AuditChainView = z.infer<typeof auditChainSchema>;
