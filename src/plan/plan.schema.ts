import { z } from 'zod';
import { day, plainText } from '../common/fields';
import { activityStates } from '../taxonomy/plan.vocabulary';
import { planSettingsSchema } from './plan-seed.schema';
import { targetRuleSchema } from './target-rule.schema';

export const planCode = z.string().regex(/^[\w.-]{1,32}$/);
/** For `@Param({ schema: planParam })`. */
export const planParam = z.strictObject({ code: planCode });
export const activityParam = z.strictObject({
  code: planCode,
  number: z.coerce.number().int().min(1).max(999),
});
export type ActivityParam = z.infer<typeof activityParam>;
export const targetParam = z.strictObject({ code: planCode, target: planCode });
export type TargetParam = z.infer<typeof targetParam>;

export const editActivity = z.strictObject({
  state: activityStates.schema.optional(),
  heldOn: day.nullable().optional(),
  venue: plainText(200).nullable().optional(),
  documentNumber: plainText(100).describe('of the paper that decides the change'),
});
export type EditActivity = z.infer<typeof editActivity>;

export const ruleDraft = z.strictObject({
  effectiveFrom: day.describe('the first contract day that the version judges'),
  changes: targetRuleSchema
    .partial()
    .extend({
      quality: targetRuleSchema.shape.quality.unwrap().nullable().optional(),
      amount: targetRuleSchema.shape.amount.unwrap().nullable().optional(),
    })
    .describe('what differs from the version before; null takes away'),
});
export type RuleDraft = z.infer<typeof ruleDraft>;

export const newRule = ruleDraft.extend({
  reason: plainText(500),
  documentNumber: plainText(100).optional(),
});
export type NewRule = z.infer<typeof newRule>;

const allocation = z
  .strictObject({
    park: plainText(20).optional(),
    activity: z.int().min(1).max(999).optional(),
    goal: z.int().min(1).max(1_000_000),
  })
  .refine(({ park, activity }) => (park === undefined) !== (activity === undefined), {
    error: 'PLAN.PARK_OR_ACTIVITY',
  });
export const replaceAllocations = z.strictObject({ allocations: z.array(allocation).max(300) });
export type ReplaceAllocations = z.infer<typeof replaceAllocations>;

export const allocationsView = z
  .object({
    goal: z.number().int(),
    allocations: z.array(
      z.object({
        park: z.string().nullable(),
        activity: z.number().int().nullable(),
        goal: z.number().int(),
        counted: z.number().int(),
      }),
    ),
    toParks: z.number().int().describe('sum over parks; may exceed the goal (加压)'),
    toActivities: z.number().int().describe('sum over activities'),
  })
  .meta({ id: 'Allocations' });
export type AllocationsView = z.infer<typeof allocationsView>;

export const activityView = z
  .object({
    id: z.uuid(),
    number: z.number().int(),
    track: z.string(),
    name: z.string(),
    month: z.number().int().nullable(),
    heldOn: z.string().nullable(),
    venue: z.string().nullable(),
    subjectCity: z.string().nullable(),
    tags: z.array(z.string()),
    state: activityStates.schema,
    inStatedTotal: z.boolean().nullable(),
    documentNumber: z.string().nullable(),
    version: z.number().int(),
  })
  .meta({ id: 'Activity' });
export type ActivityView = z.infer<typeof activityView>;

export const ruleView = z
  .object({
    version: z.number().int(),
    effectiveFrom: z.string(),
    reason: z.string().nullable(),
    documentNumber: z.string().nullable(),
    createdAt: z.string(),
    rule: targetRuleSchema,
  })
  .meta({ id: 'TargetRuleVersion' });
export type RuleView = z.infer<typeof ruleView>;

export const targetView = z
  .object({
    id: z.uuid(),
    code: z.string(),
    name: z.string(),
    unit: z.string(),
    stated: z.boolean(),
    note: z.string().nullable(),
    rules: z.array(ruleView).describe('every version, the first first'),
  })
  .meta({ id: 'Target' });
export type TargetView = z.infer<typeof targetView>;

export const planSummary = z
  .object({
    id: z.uuid(),
    code: z.string(),
    name: z.string(),
    year: z.number().int(),
    issuer: z.string(),
    source: z.string(),
    activitiesStated: z.number().int(),
    sampleSet: z.string().nullable(),
  })
  .meta({ id: 'PlanSummary' });
export type PlanSummary = z.infer<typeof planSummary>;

export const planView = planSummary
  .extend({
    settings: planSettingsSchema,
    themes: z.array(z.object({ code: z.string(), name: z.string() })),
    tracks: z.array(z.object({ code: z.string(), theme: z.string(), name: z.string() })),
    activities: z.array(activityView),
    targets: z.array(targetView),
    undertakings: z.array(z.object({ activities: z.array(z.number().int()), text: z.string() })),
    notes: z.array(z.string()),
  })
  .meta({ id: 'Plan' });
export type PlanView = z.infer<typeof planView>;
