import { z } from 'zod';
import { countLevels, landedMeanings } from '../taxonomy/count-levels';
import { activityStates, amountScopes, qualityWords, subjects } from '../taxonomy/plan.vocabulary';
import { projectOrigins } from '../taxonomy/project.vocabulary';
import { signingKinds } from '../taxonomy/signing.vocabulary';
import { tagSchema } from '../taxonomy/tags';
import { engagements, skillLevels, talentTiers } from '../taxonomy/talent.vocabulary';

const code = z.string().regex(/^[\w.-]{1,32}$/);
const text = z.string().trim().min(1).max(500);
const activityNumber = z.int().min(1).max(999);
const activityGroup = z.array(activityNumber).min(1).max(200);

/** The choices a plan's owner makes where the plan's words leave one; days are Asia/Shanghai. */
export const planSettingsSchema = z.strictObject({
  signedFrom: z.iso.date().describe('first contract day that counts'),
  signedTo: z.iso.date().describe('last contract day that counts'),
  landedBy: z.iso.date().describe('last day on which a milestone counts'),
  attributionDays: z
    .int()
    .min(0)
    .max(730)
    .default(90)
    .describe('days after an activity in which a contract needs no reason'),
  landedMeans: landedMeanings.default('registered').describe('what 落地 means'),
  minSkillLevel: skillLevels.schema.default('intermediate').describe('what 中高端技能人才 begins with'),
  protectionDays: z.int().min(0).max(730).default(90).describe('days a first recommendation is protected'),
});
export type PlanSettings = z.infer<typeof planSettingsSchema>;

/** What a target's subjects must be; all that is given must hold. */
export const targetFilterSchema = z.strictObject({
  keyEnterprise: z.literal(true).optional(),
  industrialisation: z.literal(true).optional(),
  origins: z.array(projectOrigins.schema).min(1).optional(),
  tags: z.array(tagSchema).min(1).optional().describe('stated tags, any of them or narrower'),
  tiers: z.array(talentTiers.schema).min(1).optional(),
  engagement: engagements.schema.optional(),
  minSkillLevel: z.literal('setting').optional().describe("at least the plan's minSkillLevel"),
});
export type TargetFilter = z.infer<typeof targetFilterSchema>;

export const targetSchema = z.strictObject({
  code,
  name: text,
  unit: text,
  goal: z.int().min(0).max(1_000_000),
  atLeast: z.boolean().default(false).describe('the plan says 以上'),
  stated: z.boolean().describe('false: the goal is our count of a list, outside every rate'),
  activities: activityGroup.describe('signings attributed to any of them count'),
  openGroup: z.boolean().default(false).describe('the plan’s list of activities ends in 等'),
  signingKinds: z.array(signingKinds.schema).min(1),
  countAt: countLevels.schema,
  beside: z.array(countLevels.schema).default([]).describe('levels always shown next to countAt'),
  distinctBy: subjects.schema,
  broughtIn: z.boolean().default(false).describe('引进、引入: never what was in the park before'),
  where: targetFilterSchema.default({}),
  quality: qualityWords.schema.optional().describe('a person decides each case'),
  amount: z
    .strictObject({ yuan: z.int().positive(), scope: amountScopes.schema })
    .optional()
    .describe('an investment the words ask for; undecided shows each and total'),
  alternatives: z
    .strictObject({
      distinctBy: subjects.schema.optional(),
      activities: z.array(activityGroup).min(1).max(10).optional(),
    })
    .default({})
    .describe('other readings the words allow, shown beside'),
  note: text.optional(),
});
export type TargetSeed = z.infer<typeof targetSchema>;

export const activitySchema = z.strictObject({
  number: activityNumber,
  track: code,
  name: text,
  month: z.int().min(1).max(12).nullable(),
  heldOn: z.iso.date().nullable().default(null),
  venue: text.nullable().default(null),
  subjectCity: text.nullable().default(null).describe('the city the activity is about, not where it is held'),
  tags: z.array(tagSchema).default([]),
  state: activityStates.schema.default('preparing'),
  inStatedTotal: z.boolean().nullable().default(true).describe('null: the plan does not say'),
});
export type ActivitySeed = z.infer<typeof activitySchema>;

/** A plan as one file: what `plan import` reads and `plan export` writes. */
export const planSeedSchema = z
  .strictObject({
    format: z.literal('plan/1'),
    code,
    name: text,
    year: z.int().min(2000).max(2100),
    issuer: text,
    source: text,
    activitiesStated: z.int().min(0).describe('the number the plan itself gives'),
    settings: planSettingsSchema,
    parks: z.array(
      z.strictObject({ code: z.string().regex(/^NO\.\d{1,3}$/), name: text, city: text.nullable() }),
    ),
    themes: z.array(z.strictObject({ code, name: text })),
    tracks: z.array(z.strictObject({ code, theme: code, name: text })),
    activities: z.array(activitySchema),
    targets: z.array(targetSchema),
    undertakings: z
      .array(z.strictObject({ activities: activityGroup, text }))
      .describe('what the plan promises without a figure'),
    notes: z.array(text).describe('doubtful readings, shown with the plan'),
  })
  .superRefine((plan, context) => {
    const problem = (path: (string | number)[], message: string) =>
      context.addIssue({ code: 'custom', path, message });
    const mustBeUnique = (list: string, keys: readonly (string | number)[]) =>
      keys.forEach((key, index) => {
        if (keys.indexOf(key) < index) problem([list, index], 'PLAN.FILE_TWICE');
      });
    const themes = plan.themes.map((theme) => theme.code);
    const tracks = plan.tracks.map((track) => track.code);
    const numbers = plan.activities.map((activity) => activity.number);
    mustBeUnique(
      'parks',
      plan.parks.map((park) => park.code),
    );
    mustBeUnique('themes', themes);
    mustBeUnique('tracks', tracks);
    mustBeUnique('activities', numbers);
    mustBeUnique(
      'targets',
      plan.targets.map((target) => target.code),
    );
    plan.tracks.forEach((track, index) => {
      if (!themes.includes(track.theme)) problem(['tracks', index, 'theme'], 'PLAN.FILE_NO_THEME');
    });
    plan.activities.forEach((activity, index) => {
      if (!tracks.includes(activity.track)) problem(['activities', index, 'track'], 'PLAN.FILE_NO_TRACK');
    });
    const groupsOf = (target: TargetSeed) => [target.activities, ...(target.alternatives.activities ?? [])];
    plan.targets.forEach((target, index) => {
      if (
        !groupsOf(target)
          .flat()
          .every((number) => numbers.includes(number))
      )
        problem(['targets', index, 'activities'], 'PLAN.UNKNOWN_ACTIVITY');
    });
    plan.undertakings.forEach((undertaking, index) => {
      if (!undertaking.activities.every((number) => numbers.includes(number)))
        problem(['undertakings', index, 'activities'], 'PLAN.UNKNOWN_ACTIVITY');
    });
    const { signedFrom, signedTo, landedBy } = plan.settings;
    if (signedFrom > signedTo || signedTo > landedBy) problem(['settings'], 'PLAN.FILE_PERIOD');
  });
export type PlanSeed = z.infer<typeof planSeedSchema>;
