import { z } from 'zod';
import { pageQuery } from '../../platform/http/query.schema';
import { SCOPE } from './scope';

export const createApiKeySchema = z.strictObject({
  name: z.string().trim().min(1).max(100),
  scopes: z.array(z.string().regex(SCOPE)).min(1).max(50).describe('needs:read, needs:write, *:read …'),
  days: z.number().int().min(1).max(730).default(365).describe('days the key works'),
});
export type CreateApiKey = z.infer<typeof createApiKeySchema>;

export const apiKeyQuerySchema = z.strictObject({ ...pageQuery });
export type ApiKeyQuery = z.infer<typeof apiKeyQuerySchema>;

export const apiKeySchema = z
  .object({
    id: z.uuid(),
    userId: z.uuid(),
    name: z.string(),
    scopes: z.array(z.string()),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    usedAt: z.iso.datetime().nullable(),
    revokedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'ApiKey' });
export type ApiKeyView = z.infer<typeof apiKeySchema>;

export const createdApiKeySchema = apiKeySchema.extend({ key: z.string().describe('shown this once') });
