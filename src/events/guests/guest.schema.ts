import { z } from 'zod';
import { plainText } from '../../common/fields';
import { guestSides, presences, replies, signInWays } from '../../taxonomy/event.vocabulary';
import { guestDetails } from './guest-details';

const ids = z.array(z.uuid()).max(20);
const answered = {
  details: guestDetails.optional(),
  pitches: z.boolean(),
  signs: z.boolean(),
  wishes: z.array(z.uuid()).max(50).describe('guests it wants to meet'),
  away: z.array(z.int().min(0).max(39)).max(40).describe('slots in which it is not there, from 0'),
};

export const inviteGuest = z.strictObject({
  side: guestSides.schema,
  label: plainText(200).describe('what stands on its sign'),
  organisation: z.uuid().optional(),
  park: plainText(20).optional().describe('that invites it; an officer’s own unless given'),
  needs: ids.default([]),
  projects: ids.default([]),
  talents: ids.default([]),
  details: answered.details,
  meetingLimit: z.int().min(0).max(50).optional(),
});
export type InviteGuest = z.infer<typeof inviteGuest>;

export const inviteGuests = z.strictObject({
  guests: z.array(inviteGuest).min(1).max(200),
  walkIn: z.boolean().default(false).describe('came without an invitation and is there'),
});
export type InviteGuests = z.infer<typeof inviteGuests>;

/** 回执 */
export const answerInvitation = z.strictObject({
  reply: replies.schema.exclude(['invited']),
  details: answered.details,
  pitches: answered.pitches.default(false),
  signs: answered.signs.default(false),
  wishes: answered.wishes.default([]),
  away: answered.away.default([]),
});
export type AnswerInvitation = z.infer<typeof answerInvitation>;

export const editGuest = z.strictObject({
  side: guestSides.schema.optional(),
  label: plainText(200).optional(),
  needs: ids.optional(),
  projects: ids.optional(),
  talents: ids.optional(),
  meetingLimit: z.int().min(0).max(50).nullable().optional(),
});
export type EditGuest = z.infer<typeof editGuest>;

export const signIn = z
  .strictObject({
    token: z.string().max(200).optional().describe('of the QR code'),
    phoneTail: z
      .string()
      .regex(/^\d{4}$/)
      .optional(),
    guest: z.uuid().optional().describe('picked from the list'),
    substitute: guestDetails.optional().describe('who came instead'),
  })
  .refine(
    (input) => [input.token, input.phoneTail, input.guest].filter((way) => way !== undefined).length === 1,
    {
      error: 'SESSION.ONE_WAY_IN',
    },
  );
export type SignIn = z.infer<typeof signIn>;

export const guestView = z
  .object({
    id: z.uuid(),
    side: guestSides.schema,
    label: z.string(),
    organisation: z.uuid().nullable(),
    park: z.string().nullable(),
    needs: z.array(z.uuid()),
    projects: z.array(z.uuid()),
    talents: z.array(z.uuid()),
    details: guestDetails.nullable().describe('null: not known, or not for the reader'),
    reply: replies.schema,
    repliedAt: z.string().nullable(),
    pitches: z.boolean(),
    signs: z.boolean(),
    wishes: z.array(z.uuid()),
    presence: presences.schema,
    arrivedAt: z.string().nullable(),
    arrivedBy: signInWays.schema.nullable(),
    substituted: z.boolean(),
    away: z.array(z.number().int()),
    meetingLimit: z.number().int().nullable(),
    token: z
      .string()
      .nullable()
      .describe('of its invitation and QR code, for who runs the session or invited it'),
    version: z.number().int(),
  })
  .meta({ id: 'SessionGuest' });
export type GuestView = z.infer<typeof guestView>;

/** One guest who is now signed in, or those to choose from. */
export const signInAnswer = z
  .object({ guest: guestView.nullable(), candidates: z.array(guestView) })
  .meta({ id: 'SessionSignIn' });
export type SignInAnswer = z.infer<typeof signInAnswer>;

/** An invitation as its guest reads it without an account. */
export const invitationView = z
  .object({
    session: z.object({
      id: z.uuid().describe('where those at the door sign the guest in'),
      title: z.string(),
      heldOn: z.string(),
      venue: z.string().nullable(),
      slots: z.array(z.object({ from: z.string(), to: z.string() })),
    }),
    activity: z.string(),
    label: z.string(),
    side: guestSides.schema,
    reply: replies.schema,
    pitches: z.boolean(),
    signs: z.boolean(),
    away: z.array(z.number().int()),
    wishes: z.array(z.uuid()),
    others: z
      .array(z.object({ id: z.uuid(), label: z.string() }))
      .describe('guests of the other side that have said they come, to choose from'),
    open: z.boolean().describe('false once the day has come'),
  })
  .meta({ id: 'Invitation' });
export type InvitationView = z.infer<typeof invitationView>;
