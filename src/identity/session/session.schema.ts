import { z } from 'zod';
import { passwordSchema, userSchema } from '../user/user.schema';

export const signInSchema = z.strictObject({
  login: z.string().trim().min(1).max(100),
  password: z.string().min(1).max(200),
});
export type SignIn = z.infer<typeof signInSchema>;

export const changePasswordSchema = z.strictObject({
  current: z.string().min(1).max(200),
  password: passwordSchema,
});
export type ChangePassword = z.infer<typeof changePasswordSchema>;

/** Who is signed in. Unsafe requests with the cookie must repeat `csrfToken` as `X-CSRF-Token`. */
export const sessionSchema = z
  .object({
    user: userSchema,
    csrfToken: z.string().nullable().describe('null for an API key'),
    expiresAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Session' });
export type SessionView = z.infer<typeof sessionSchema>;
