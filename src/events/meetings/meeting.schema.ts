import { z } from 'zod';
import { plainText } from '../../common/fields';
import { talkStrengths } from '../../taxonomy/contact.vocabulary';
import { pairKinds } from '../../taxonomy/match.vocabulary';

export const planTimetable = z
  .strictObject({
    mode: z
      .enum(['anew', 'fit'])
      .default('anew')
      .describe('anew: the best timetable; fit: late arrivals into the one there is, with few changes'),
    among: z
      .enum(['accepted', 'arrived'])
      .default('accepted')
      .describe('who takes part: those who said they come, or only those who are there'),
  })
  .prefault({});
export type PlanTimetable = z.infer<typeof planTimetable>;

export const placeMeeting = z.strictObject({
  host: z.uuid(),
  visitor: z.uuid(),
  slot: z.int().min(0).max(39),
});
export type PlaceMeeting = z.infer<typeof placeMeeting>;

export const lockMeeting = z.strictObject({ locked: z.boolean() });
export type LockMeeting = z.infer<typeof lockMeeting>;

/** 洽谈卡 */
export const recordTalk = z.strictObject({
  strength: talkStrengths.schema,
  nextStep: plainText(500).optional(),
  note: plainText(2000).optional(),
});
export type RecordTalk = z.infer<typeof recordTalk>;

export const meetingView = z
  .object({
    id: z.uuid(),
    host: z.uuid(),
    visitor: z.uuid(),
    slot: z.number().int().describe('from 0'),
    table: z.number().int().describe('from 1'),
    score: z.number(),
    pairKind: pairKinds.schema.nullable(),
    locked: z.boolean(),
    talk: z
      .object({
        strength: talkStrengths.schema,
        nextStep: z.string().nullable(),
        note: z.string().nullable(),
        talkedAt: z.string(),
      })
      .nullable(),
    match: z.uuid().nullable().describe('the match on which the talk was recorded'),
  })
  .meta({ id: 'SessionMeeting' });
export type MeetingView = z.infer<typeof meetingView>;

export const timetableView = z
  .object({
    meetings: z.array(meetingView),
    names: z.record(z.string(), z.string()).describe('of all who meet, by guest'),
    total: z.number().describe('sum of the scores'),
    upperBound: z.number().nullable().describe('no timetable has more; null until one was planned'),
    kept: z
      .number()
      .int()
      .nullable()
      .describe('meetings left as they were, when late arrivals were fitted in'),
  })
  .meta({ id: 'Timetable' });
export type TimetableView = z.infer<typeof timetableView>;
