import { z } from 'zod';
import { pageQuery } from '../../platform/http/query.schema';
import { signingView } from '../../signings/signing.view';
import { countLevels } from '../../taxonomy/count-levels';
import { regions } from '../../taxonomy/organisation.vocabulary';
import { qualityWords, subjects } from '../../taxonomy/plan.vocabulary';

const asOf = z.iso.datetime({ offset: true }).optional().describe('what was known then; now unless given');

export const progressQuery = z.strictObject({ asOf });
export type ProgressQuery = z.infer<typeof progressQuery>;

export const readingView = z.object({
  code: z.string().describe('level, activities:…, distinct:…, amount:each or amount:total'),
  name: z.string(),
  counted: z.number().int(),
  yuan: z.number().optional().describe('总投资 of what is counted, whole 元'),
  goalYuan: z.number().optional(),
});
export type ReadingView = z.infer<typeof readingView>;

export const targetProgress = z
  .object({
    code: z.string(),
    name: z.string(),
    unit: z.string(),
    goal: z.number().int(),
    atLeast: z.boolean(),
    stated: z.boolean().describe('false: the goal is our count of a list, outside every rate'),
    activities: z.array(z.number().int()),
    openGroup: z.boolean(),
    countAt: countLevels.schema,
    broughtIn: z.boolean(),
    quality: qualityWords.schema.nullable(),
    note: z.string().nullable(),
    ruleVersion: z.number().int(),
    counted: z.number().int(),
    expected: z.number().describe('应达: the goal times the share of its activities held'),
    completion: z.number().nullable().describe('counted / goal; null where the plan states no figure'),
    readings: z.array(readingView),
    byRegion: z.partialRecord(z.enum([...regions.codes, 'unknown']), z.number().int()),
    allocated: z.object({ parks: z.number().int(), activities: z.number().int() }),
  })
  .meta({ id: 'TargetProgress' });
export type TargetProgress = z.infer<typeof targetProgress>;

export const progressView = z
  .object({
    plan: z.string(),
    sampleSet: z.string().nullable(),
    asOf: z.string(),
    targets: z.array(targetProgress),
    activities: z
      .array(z.object({ number: z.number().int(), subjects: z.number().int() }))
      .describe('subjects that belong to each activity, with or without a figure in the plan'),
    totals: z
      .object({
        goals: z.number().int(),
        counted: z.number().int(),
        signings: z.number().int().describe('distinct signings behind them'),
      })
      .describe('项次 over targets with a stated figure: one signing may count for several'),
  })
  .meta({ id: 'PlanProgress' });
export type ProgressView = z.infer<typeof progressView>;

export const targetSigningsQuery = z.strictObject({
  ...pageQuery,
  asOf,
  level: countLevels.schema.optional().describe('what reached this level; what counts unless given'),
});
export type TargetSigningsQuery = z.infer<typeof targetSigningsQuery>;

export const creditView = z
  .object({
    id: z.uuid(),
    signingId: z.uuid(),
    subject: z.object({ kind: subjects.schema, id: z.uuid(), name: z.string().nullable() }),
    level: countLevels.schema,
    counts: z.boolean(),
    reachedOn: z.string(),
    activity: z.number().int(),
    park: z.string().nullable(),
    region: regions.schema.nullable(),
    yuan: z.number().nullable(),
    ruleVersion: z.number().int(),
    creditedAt: z.string(),
    signing: signingView
      .pick({ code: true, title: true, state: true, contractOn: true, version: true })
      .nullable(),
    documents: signingView.shape.documents.describe('the papers that prove the level'),
  })
  .meta({ id: 'Credit' });
export type CreditView = z.infer<typeof creditView>;

export const creditPage = z.object({
  items: z.array(creditView),
  nextCursor: z.string().nullable(),
  total: z.number().int().describe('of the whole network; other parks’ are not listed to a park'),
});
export type CreditPage = z.infer<typeof creditPage>;

export const burnUpView = z
  .object({
    goal: z.number().int(),
    from: z.string(),
    to: z.string().describe('last day that counts for the target'),
    points: z.array(
      z.object({
        on: z.string(),
        counted: z.number().int(),
        expected: z.number().describe('应达 on that day'),
      }),
    ),
  })
  .meta({ id: 'BurnUp' });
export type BurnUpView = z.infer<typeof burnUpView>;

export const parkProgress = z
  .object({
    park: z.string(),
    name: z.string(),
    city: z.string().nullable(),
    signed: z.number().int().describe('distinct subjects at 已签约, over all targets'),
    landed: z.number().int().describe('distinct subjects at 已落地, over all targets'),
    targets: z
      .array(
        z.object({
          code: z.string(),
          goal: z.number().int().nullable().describe('what was allocated to the park'),
          counted: z.number().int(),
        }),
      )
      .describe('those allocated to the park, or delivered by it'),
  })
  .meta({ id: 'ParkProgress' });
export type ParkProgress = z.infer<typeof parkProgress>;
