import { z } from 'zod';
import { plainText } from '../common/fields';
import { matchStages, pairKinds } from '../taxonomy/match.vocabulary';
import { partPoints } from '../matching/shortlists/shortlist.schema';
import { talentView } from '../talent/talent.view';

export const personCopy = z
  .object({
    name: z.string().nullable(),
    contact: z.object({ phone: z.string().optional(), email: z.string().optional() }),
    profiles: z.array(talentView),
    consents: z.array(
      z.object({
        purpose: z.string(),
        textVersion: z.string(),
        givenAt: z.string(),
        withdrawnAt: z.string().nullable(),
      }),
    ),
    matches: z
      .array(
        z.object({
          code: z.string(),
          pairKind: pairKinds.schema,
          stage: matchStages.schema,
          score: z.number().nullable(),
          parts: partPoints.nullable().describe('the factors of the score, which they sum to'),
          model: z.number().int().nullable(),
          sharedOn: z.string().nullable(),
        }),
      )
      .describe('what the person was considered for, and how it was judged'),
    signings: z.array(
      z.object({ code: z.string(), level: z.string().nullable(), contractOn: z.string().nullable() }),
    ),
    looks: z
      .array(z.object({ at: z.string(), action: z.string(), role: z.string() }))
      .describe('acts on their data, by the role of who did it'),
    madeAt: z.string(),
  })
  .meta({ id: 'PersonCopy' });
export type PersonCopy = z.infer<typeof personCopy>;

export const erasePerson = z.strictObject({ reason: plainText(200) });
export type ErasePerson = z.infer<typeof erasePerson>;

export const erased = z.object({ profiles: z.number().int() }).meta({ id: 'PersonErased' });
export type Erased = z.infer<typeof erased>;

export const askReview = z.strictObject({ concern: plainText(2000) });
export type AskReview = z.infer<typeof askReview>;
export const answerReview = z.strictObject({ answer: plainText(2000) });
export type AnswerReview = z.infer<typeof answerReview>;

export const reviewRequest = z
  .object({
    id: z.uuid(),
    person: z.uuid(),
    park: z.uuid().nullable(),
    concern: z.string(),
    askedAt: z.string(),
    answer: z.string().nullable(),
    answeredAt: z.string().nullable(),
  })
  .meta({ id: 'ReviewRequest' });
export type ReviewRequest = z.infer<typeof reviewRequest>;
