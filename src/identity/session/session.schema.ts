import { z } from 'zod';
import { newPasswordSchema, userSchema } from '../user/user.schema';
import { STEPS } from './sign-in-steps';

export const signInSchema = z.strictObject({
  login: z.string().trim().min(1).max(100),
  password: z.string().min(1).max(200),
});
export type SignIn = z.infer<typeof signInSchema>;

export const changePasswordSchema = z.strictObject({
  current: z.string().min(1).max(200),
  password: newPasswordSchema,
});
export type ChangePassword = z.infer<typeof changePasswordSchema>;

/** Who is signed in. Unsafe requests with the cookie must repeat `csrfToken` as `X-CSRF-Token`. */
export const sessionSchema = z
  .object({
    user: userSchema,
    pending: z.enum(STEPS).nullable().describe('what is still asked before the session opens anything'),
    csrfToken: z.string().nullable().describe('null for an API key'),
    expiresAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Session' });
export type SessionView = z.infer<typeof sessionSchema>;

/** A session among those of the same person; `id` is the digest that is stored of its token. */
export const ownSessionSchema = z
  .object({
    id: z.string(),
    current: z.boolean(),
    createdAt: z.iso.datetime(),
    seenAt: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'OwnSession' });
export type OwnSession = z.infer<typeof ownSessionSchema>;

export const sessionParam = z.strictObject({ id: z.string().regex(/^[0-9a-f]{64}$/) });
export type SessionParam = z.infer<typeof sessionParam>;
