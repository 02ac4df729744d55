import { z } from 'zod';
import { countLevels } from '../taxonomy/count-levels';
import { amountScopes, qualityWords, subjects } from '../taxonomy/plan.vocabulary';
import { signingKinds } from '../taxonomy/signing.vocabulary';
import {
  type PlanSettings,
  planSettingsSchema,
  targetFilterSchema,
  type TargetSeed,
} from './plan-seed.schema';

const activityGroup = z.array(z.int().min(1).max(999)).min(1).max(200);

/** The settings of a plan that decide what counts. */
export const countingSettings = z.strictObject({
  signedFrom: planSettingsSchema.shape.signedFrom,
  signedTo: planSettingsSchema.shape.signedTo,
  landedBy: planSettingsSchema.shape.landedBy,
  landedMeans: planSettingsSchema.shape.landedMeans,
  minSkillLevel: planSettingsSchema.shape.minSkillLevel,
});
export type CountingSettings = z.infer<typeof countingSettings>;

/** Everything that decides what a target counts, so that one version can be read alone years later. */
export const targetRuleSchema = z.strictObject({
  goal: z.int().min(0).max(1_000_000),
  atLeast: z.boolean(),
  activities: activityGroup,
  openGroup: z.boolean(),
  signingKinds: z.array(signingKinds.schema).min(1),
  countAt: countLevels.schema,
  beside: z.array(countLevels.schema),
  distinctBy: subjects.schema,
  broughtIn: z.boolean(),
  where: targetFilterSchema,
  quality: qualityWords.schema.optional(),
  amount: z.strictObject({ yuan: z.int().positive(), scope: amountScopes.schema }).optional(),
  alternatives: z.strictObject({
    distinctBy: subjects.schema.optional(),
    activities: z.array(activityGroup).min(1).max(10).optional(),
  }),
  settings: countingSettings,
});
export type TargetRule = z.infer<typeof targetRuleSchema>;

/** The first version of a target's rule, as the plan's file states it. */
export function ruleOf(target: TargetSeed, settings: PlanSettings): TargetRule {
  const { goal, atLeast, activities, openGroup, signingKinds: kinds, countAt, beside, distinctBy } = target;
  const { broughtIn, where, quality, amount, alternatives } = target;
  const { signedFrom, signedTo, landedBy, landedMeans, minSkillLevel } = settings;
  return targetRuleSchema.parse({
    ...{ goal, atLeast, activities, openGroup, signingKinds: kinds, countAt, beside, distinctBy },
    ...{ broughtIn, where, quality, amount, alternatives },
    settings: { signedFrom, signedTo, landedBy, landedMeans, minSkillLevel },
  });
}
