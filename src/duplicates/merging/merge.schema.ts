import { z } from 'zod';
import { plainText } from '../../common/fields';
import { problemSchema } from '../../platform/http/problem';
import { needStatuses } from '../../taxonomy/need.vocabulary';
import { duplicateKind } from '../duplicate-kind';
import { LINK_NAMES } from './links';

const pair = {
  kind: duplicateKind,
  from: z.uuid().describe('the record that goes'),
  into: z.uuid().describe('the record that stays'),
};

const keep = z.enum(['into', 'from', 'both']);
/** Whose value is kept, by field; what is not named is decided as the preview proposes. */
const fields = z.record(z.string().max(60), keep).default({});

const apart = ({ from, into }: { from: string; into: string }) => from !== into;

export const previewMerge = z
  .strictObject({ ...pair, fields })
  .refine(apart, { path: ['into'], error: 'MERGE.SAME_RECORD' });
export type PreviewMerge = z.infer<typeof previewMerge>;

export const mergeRequest = z
  .strictObject({
    ...pair,
    fromVersion: z.int().positive().describe('as it was seen: a later one is not merged unseen'),
    intoVersion: z.int().positive(),
    fields,
    reason: plainText(1000),
    acceptFigures: z
      .boolean()
      .default(false)
      .describe('the platform’s word that numbers of plans change as the preview says'),
  })
  .refine(apart, { path: ['into'], error: 'MERGE.SAME_RECORD' });
export type MergeRequest = z.infer<typeof mergeRequest>;

const counts = z.partialRecord(z.enum(LINK_NAMES), z.number().int()).describe('how many rows move');

const figure = z.object({
  plan: z.string(),
  target: z.string(),
  name: z.string(),
  level: z.string(),
  before: z.number().int(),
  after: z.number().int(),
  yuanBefore: z.number(),
  yuanAfter: z.number(),
});
export type FigureChange = z.infer<typeof figure>;

const side = z.object({
  id: z.uuid(),
  code: z.string().describe('of an organisation its credit code, or empty'),
  title: z.string(),
  status: needStatuses.schema.nullable(),
  version: z.number().int(),
  createdAt: z.string(),
  updatedAt: z.string(),
});
export type MergeSideView = z.infer<typeof side>;

export const mergePreview = z
  .object({
    kind: duplicateKind,
    from: side,
    into: side,
    better: z.enum(['from', 'into']).describe('which of the two the product would keep'),
    fields: z.array(
      z.object({
        name: z.string(),
        from: z.unknown(),
        into: z.unknown(),
        differs: z.boolean(),
        keep: keep.describe('proposed: the fuller, else the newer'),
        joins: z.boolean().describe('both may be kept'),
      }),
    ),
    counts,
    matchesJoined: z.number().int().describe('matches of one pair that become one'),
    figures: z.array(figure).describe('numbers of plans that would change'),
    obstacle: problemSchema.nullable().describe('why the two cannot be merged as they are'),
  })
  .meta({ id: 'MergePreview' });
export type MergePreview = z.infer<typeof mergePreview>;

export const mergeView = z
  .object({
    id: z.uuid(),
    kind: duplicateKind,
    from: z.uuid(),
    fromTitle: z.string().nullable(),
    into: z.uuid(),
    intoTitle: z.string().nullable(),
    reason: z.string(),
    counts,
    matchesJoined: z.number().int(),
    mergedBy: z.uuid().nullable(),
    mergedAt: z.string(),
    undoneBy: z.uuid().nullable(),
    undoneAt: z.string().nullable(),
  })
  .meta({ id: 'Merge' });
export type MergeView = z.infer<typeof mergeView>;

/** The merges of one record, or the latest of a kind. */
export const mergeQuery = z.strictObject({ kind: duplicateKind, record: z.uuid().optional() });
export type MergeQuery = z.infer<typeof mergeQuery>;

export const undoMerge = z.strictObject({ acceptFigures: z.boolean().default(false) }).prefault({});
export type UndoMerge = z.infer<typeof undoMerge>;
