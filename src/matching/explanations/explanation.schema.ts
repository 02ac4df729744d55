import { z } from 'zod';
import { criteria, pairKinds, scoreParts, verdicts } from '../../taxonomy/match.vocabulary';
import { recordCard } from '../cards/record-card';
import { fit } from '../shortlists/shortlist.schema';

export const explanationParams = z.strictObject({
  pairKind: pairKinds.schema,
  demandId: z.uuid(),
  supplyId: z.uuid(),
});
export type ExplanationParams = z.infer<typeof explanationParams>;

const points = z.number().describe('of the score’s 100');

/** A range of a field as it was typed: the text between `start` and `end` is `text`. */
const passage = z.object({
  field: z.enum(['title', 'text', 'keywords']),
  index: z.number().int().describe('which keyword; 0 for the other fields'),
  start: z.number().int(),
  end: z.number().int(),
  text: z.string(),
});
const passages = z.array(passage.extend({ points }));
const stated = z.record(z.string(), z.unknown());

/**
 * Why a pair has its score, in codes, numbers and passages; never in prose. What stands in a record's text is left out
 * (null or empty) where the reader is told of that record by its summary only.
 */
export const explanationView = z
  .object({
    pairKind: pairKinds.schema,
    demand: recordCard,
    supply: recordCard,
    model: z.number().int(),
    score: z.number().describe('0 to 100, the sum of the parts’ points'),
    fit,
    rank: z.number().int().nullable().describe('place in the demand’s shortlist; null: not in it'),
    parts: z.array(
      z.object({
        part: scoreParts.schema,
        value: z.number().nullable().describe('0 to 1; null: no data, its weight went to the others'),
        weight: z.number(),
        points,
      }),
    ),
    criteria: z.array(
      z.object({
        criterion: criteria.schema,
        importance: z.enum(['must', 'should']),
        verdict: verdicts.schema,
        points,
        required: stated.nullable().describe('what the demand asks'),
        found: z.unknown().describe('what the supply states; null: nothing, or not told'),
      }),
    ),
    excludedBy: z.array(criteria.schema).describe('musts that fail; such a pair is in no shortlist'),
    tags: z.array(
      z.object({
        code: z.string(),
        demandTags: z.array(z.string()),
        supplyTags: z.array(z.string()),
        points,
      }),
    ),
    terms: z.array(z.object({ demand: z.string().nullable(), supply: z.string().nullable(), points })),
    passages: z.object({ demand: passages, supply: passages }),
    missing: z.object({
      terms: z
        .array(passage)
        .describe('passages that weigh most in the demand and stand nowhere in the supply'),
      criteria: z.array(criteria.schema).describe('no data'),
      parts: z.array(scoreParts.schema),
    }),
    counterfactuals: z.array(
      z.object({
        criterion: criteria.schema,
        facts: stated.nullable().describe('what would meet the criterion'),
        score: z.number().describe('what the score would then be'),
        rank: z
          .number()
          .int()
          .nullable()
          .describe(
            'what its place in the shortlist would then be; null: in none, or another must still fails',
          ),
      }),
    ),
    tagCounterfactuals: z.array(
      z.object({
        tag: z.string().describe('a stated tag of the demand that the supply does not carry'),
        score: z.number().describe('what the score would be if it did'),
        rank: z
          .number()
          .int()
          .nullable()
          .describe('what its place in the shortlist would then be; null: in none'),
      }),
    ),
  })
  .meta({ id: 'Explanation' });
export type ExplanationView = z.infer<typeof explanationView>;
