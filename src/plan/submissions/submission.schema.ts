import { z } from 'zod';
import { plainText } from '../../common/fields';
import { pageQuery } from '../../platform/http/query.schema';
import { countLevels } from '../../taxonomy/count-levels';
import { regions } from '../../taxonomy/organisation.vocabulary';
import { subjects } from '../../taxonomy/plan.vocabulary';
import { planCode } from '../plan.schema';
import { CHANGES } from './changes';

export const newSubmission = z.strictObject({
  period: plainText(50).describe('what the plan’s owner calls it: 2022年6月'),
  cutOff: z.iso.datetime({ offset: true }).describe('what was credited by then is in it'),
  note: plainText(500).optional(),
});
export type NewSubmission = z.infer<typeof newSubmission>;

export const submissionParam = z.strictObject({ code: planCode, id: z.uuid() });
export type SubmissionParam = z.infer<typeof submissionParam>;

export const submissionView = z
  .object({
    id: z.uuid(),
    period: z.string(),
    cutOff: z.string(),
    ruleVersions: z.record(z.string(), z.number().int()),
    signedBy: z.uuid(),
    signedAt: z.string(),
    note: z.string().nullable(),
    sampleSet: z.string().nullable(),
    targets: z.array(
      z.object({
        code: z.string(),
        counted: z.number().int(),
        new: z.number().int().describe('本期新增'),
        late: z.number().int().describe('本期补报'),
        withdrawn: z.number().int().describe('核减'),
      }),
    ),
  })
  .meta({ id: 'Submission' });
export type SubmissionView = z.infer<typeof submissionView>;

export const submissionRowsQuery = z.strictObject({
  ...pageQuery,
  target: planCode.optional(),
  change: z.enum(CHANGES).optional(),
});
export type SubmissionRowsQuery = z.infer<typeof submissionRowsQuery>;

export const submissionRowView = z
  .object({
    id: z.uuid(),
    change: z.enum(CHANGES),
    reason: z.string().nullable(),
    target: z.string(),
    signingId: z.uuid(),
    signing: z
      .object({ code: z.string(), title: z.string() })
      .nullable()
      .describe('as it is called now; null for another park’s, and for readers of numbers only'),
    subject: z.object({ kind: subjects.schema, id: z.uuid() }),
    level: countLevels.schema,
    counts: z.boolean(),
    activity: z.number().int(),
    park: z.string().nullable(),
    region: regions.schema.nullable(),
    yuan: z.number().nullable(),
    reachedOn: z.string(),
    ruleVersion: z.number().int(),
  })
  .meta({ id: 'SubmissionRow' });
export type SubmissionRowView = z.infer<typeof submissionRowView>;
