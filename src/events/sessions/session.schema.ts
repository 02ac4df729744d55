import { z } from 'zod';
import { day, patchOf, plainText } from '../../common/fields';
import { pageQuery } from '../../platform/http/query.schema';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const slot = z
  .strictObject({ from: time, to: time })
  .refine(({ from, to }) => from < to, { error: 'INPUT.RANGE' });

/** Rounds in order, none beginning before the one before it has ended. */
const slots = z
  .array(slot)
  .max(40)
  .refine((rounds) => rounds.every(({ from }, at) => at === 0 || rounds[at - 1]!.to <= from), {
    error: 'SESSION.SLOTS_OVERLAP',
  });

const fields = {
  title: plainText(200),
  heldOn: day,
  venue: plainText(200).optional(),
  slots: slots.default([]),
  tables: z.int().min(1).max(500).default(10),
  meetingLimit: z.int().min(1).max(50).default(8).describe('most meetings of a guest'),
  reminds: z.boolean().default(true).describe('whether those who come get a mail the day before'),
};

export const createSession = z.strictObject({
  ...fields,
  activity: z.uuid(),
  park: plainText(20).optional().describe('whose officers run it too; an officer’s own unless given'),
});
export type CreateSession = z.infer<typeof createSession>;

export const editSession = z.strictObject(patchOf(fields));
export type EditSession = z.infer<typeof editSession>;

export const sessionQuery = z.strictObject({ ...pageQuery, activity: z.uuid().optional() });
export type SessionQuery = z.infer<typeof sessionQuery>;

export const sessionView = z
  .object({
    id: z.uuid(),
    activity: z.object({ id: z.uuid(), number: z.number().int(), name: z.string(), plan: z.string() }),
    park: z.string().nullable(),
    title: z.string(),
    heldOn: z.string(),
    venue: z.string().nullable(),
    slots: z.array(z.object({ from: z.string(), to: z.string() })),
    tables: z.number().int(),
    meetingLimit: z.number().int(),
    reminds: z.boolean(),
    runs: z.boolean().describe('whether the reader runs it; else only its own guests are shown'),
    version: z.number().int(),
    sampleSet: z.string().nullable(),
  })
  .meta({ id: 'ActivitySession' });
export type SessionView = z.infer<typeof sessionView>;
