import { z } from 'zod';
import { day } from '../common/fields';
import { LOCALES } from '../common/locale';
import { planCode } from '../plan/plan.schema';
import { REPORT_KINDS } from './content/report';

export const FORMATS = ['xlsx', 'docx', 'csv'] as const;
export type Format = (typeof FORMATS)[number];

export const reportParam = z.strictObject({ kind: z.enum(REPORT_KINDS) });
export type ReportParam = z.infer<typeof reportParam>;

const choice = {
  plan: planCode,
  on: day.optional().describe('a day of the week or month; today unless given'),
  activity: z.coerce.number().int().min(1).max(999).optional().describe('its number in the plan'),
  target: planCode.optional().describe('signings: only those behind this target’s number'),
  submission: z.uuid().optional(),
  locale: z
    .enum(LOCALES)
    .default('zh-CN')
    .describe('the language of its words; a submission keeps its official form'),
};

export const reportQuery = z.strictObject(choice);
export type ReportQuery = z.infer<typeof reportQuery>;

export const reportFileQuery = z.strictObject({ ...choice, format: z.enum(FORMATS) });
export type ReportFileQuery = z.infer<typeof reportFileQuery>;

export const fileQuery = z.strictObject({ format: z.enum(FORMATS) });
export type FileQuery = z.infer<typeof fileQuery>;

export const reportView = z
  .object({
    locale: z.enum(LOCALES),
    title: z.string(),
    period: z.string(),
    asOf: z.string(),
    sampleSet: z.string().nullable().describe('not null: about sample data'),
    summary: z.array(z.string()),
    tables: z.array(
      z.object({
        name: z.string(),
        columns: z.array(
          z.object({
            name: z.string(),
            kind: z.enum(['text', 'count', 'number', 'money', 'share', 'day']),
            width: z.number(),
          }),
        ),
        rows: z
          .array(z.array(z.union([z.string(), z.number(), z.null()])))
          .describe('money in whole 元, shares 0 to 1'),
      }),
    ),
    notes: z.array(z.string()),
  })
  .meta({ id: 'Report' });

export const keptQuery = z.strictObject({ plan: planCode });
export type KeptQuery = z.infer<typeof keptQuery>;

export const keptReportView = z
  .object({
    id: z.uuid(),
    kind: z.enum(REPORT_KINDS),
    title: z.string(),
    period: z.string(),
    madeAt: z.string(),
    sampleSet: z.string().nullable(),
  })
  .meta({ id: 'KeptReport' });
export type KeptReportView = z.infer<typeof keptReportView>;
