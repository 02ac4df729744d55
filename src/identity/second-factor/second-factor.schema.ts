import { z } from 'zod';

/** Six digits of an authenticator app, or one of the recovery codes. */
export const proveFactor = z.strictObject({ code: z.string().trim().min(6).max(20) });
export type ProveFactor = z.infer<typeof proveFactor>;

export const setUpFactor = z
  .strictObject({ password: z.string().min(1).max(200).describe('the current one') })
  .describe(
    'asked for again: whoever finds a screen unlocked must not put their own telephone in place of the owner’s',
  );
export type SetUpFactor = z.infer<typeof setUpFactor>;

export const factorState = z
  .object({
    since: z.string().nullable().describe('when it was set up; null: there is none'),
    recoveryCodes: z.number().int().describe('how many are left'),
  })
  .meta({ id: 'SecondFactor' });
export type FactorState = z.infer<typeof factorState>;

export const newFactorSchema = z
  .object({
    secret: z.string().describe('base32, to be typed into an authenticator app'),
    uri: z.string().describe('otpauth:, to be shown as a QR code'),
  })
  .meta({ id: 'NewSecondFactor' });
export type NewFactor = z.infer<typeof newFactorSchema>;
