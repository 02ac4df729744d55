import { z } from 'zod';
import { conflictView } from '../conflicts/conflict.schema';
import { countLevels } from '../../taxonomy/count-levels';
import { OBJECTIONS } from '../counting/objections';

export const creditPreview = z
  .object({
    needsReason: z.boolean().describe('the contract’s day asks for a reason when it is confirmed'),
    targets: z
      .array(
        z.object({
          code: z.string(),
          name: z.string(),
          goal: z.number().int(),
          before: z.number().int(),
          after: z.number().int(),
          why: z
            .array(z.object({ code: z.enum(OBJECTIONS), subjects: z.number().int() }))
            .describe('why it does not count, and for how many of its subjects'),
        }),
      )
      .describe('in the order of the plan; empty for a signing of no activity'),
    conflicts: z.array(conflictView),
  })
  .meta({ id: 'CreditPreview' });
export type CreditPreview = z.infer<typeof creditPreview>;

const namedSigning = z.object({ id: z.uuid(), code: z.string(), title: z.string() });

export const rulePreview = z
  .object({
    before: z.number().int(),
    after: z.number().int(),
    goalBefore: z.number().int(),
    goalAfter: z.number().int(),
    gained: z.array(namedSigning).describe('credits that would come, by their signing; the first 50'),
    lost: z.array(namedSigning).describe('credits that would go; the first 50'),
    gainedInAll: z.number().int(),
    lostInAll: z.number().int(),
  })
  .meta({ id: 'RulePreview' });
export type RulePreview = z.infer<typeof rulePreview>;

export const signingCredit = z
  .object({
    plan: z.string(),
    target: z.string(),
    name: z.string(),
    unit: z.string(),
    level: countLevels.schema,
    counts: z.boolean().describe('whether it is the level that the target counts'),
    subjects: z.number().int(),
  })
  .meta({ id: 'SigningCredit' });
export type SigningCredit = z.infer<typeof signingCredit>;
