import { z } from 'zod';
import { talkStrengths } from '../../taxonomy/contact.vocabulary';

/** 快报: a session in numbers. */
export const briefView = z
  .object({
    session: z.object({ id: z.uuid(), title: z.string(), heldOn: z.string(), venue: z.string().nullable() }),
    invited: z.number().int(),
    accepted: z.number().int(),
    declined: z.number().int(),
    arrived: z.number().int(),
    walkIns: z.number().int(),
    substitutes: z.number().int(),
    absent: z.number().int(),
    needs: z.number().int().describe('named by the guests who came'),
    projects: z.number().int(),
    talents: z.number().int(),
    meetings: z.number().int().describe('planned'),
    talks: z.number().int().describe('with a card'),
    byStrength: z.record(talkStrengths.schema, z.number().int()),
    intentions: z.number().int().describe('talks that were strong or medium'),
    onSite: z
      .object({
        signings: z.number().int(),
        byKind: z.record(z.string(), z.number().int()),
        amounts: z
          .record(z.string(), z.number())
          .describe('whole 元 by kind of amount, as the parties wrote them'),
      })
      .describe('of the activity, signed on the day of the session'),
    followUps: z.object({ raised: z.number().int(), answered: z.number().int(), signed: z.number().int() }),
    nextSteps: z.array(
      z.object({
        host: z.string(),
        visitor: z.string(),
        strength: talkStrengths.schema,
        nextStep: z.string(),
      }),
    ),
  })
  .meta({ id: 'SessionBrief' });
export type BriefView = z.infer<typeof briefView>;
