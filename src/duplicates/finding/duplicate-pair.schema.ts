import { z } from 'zod';
import { plainText } from '../../common/fields';
import { needStatuses } from '../../taxonomy/need.vocabulary';
import { duplicateKind } from '../duplicate-kind';

export const REASONS = ['code', 'name', 'person', 'phone', 'text'] as const;
export const reason = z.enum(REASONS);
/** Why two are taken for one: credit code, name, the same person, name and telephone, or what their texts say. */
export type Reason = z.infer<typeof reason>;

export const duplicatesQuery = z.strictObject({
  kind: duplicateKind,
  park: plainText(20).optional().describe('a park’s code'),
});
export type DuplicatesQuery = z.infer<typeof duplicatesQuery>;

const side = z.object({
  id: z.uuid(),
  code: z.string(),
  title: z.string(),
  detail: z.string().nullable().describe('whose it is, or the first words of its text'),
  status: needStatuses.schema.nullable(),
  updatedAt: z.string(),
});
export type DuplicateSide = z.infer<typeof side>;

export const duplicatesView = z
  .object({
    items: z.array(
      z.object({
        first: side,
        second: side,
        reasons: z.array(reason),
        likeness: z.number().min(0).max(1),
      }),
    ),
    compared: z.number().int().describe('how many were held against each other: the latest'),
    total: z.number().int().describe('pairs found; the likest are shown'),
  })
  .meta({ id: 'LikelyDuplicates' });
export type DuplicatesView = z.infer<typeof duplicatesView>;

export const dismissRequest = z
  .strictObject({ kind: duplicateKind, first: z.uuid(), second: z.uuid() })
  .refine(({ first, second }) => first !== second, { path: ['second'], error: 'MERGE.SAME_RECORD' });
export type DismissRequest = z.infer<typeof dismissRequest>;

export const dismissalView = z
  .object({
    id: z.uuid(),
    kind: duplicateKind,
    first: z.uuid(),
    second: z.uuid(),
    firstTitle: z.string().nullable(),
    secondTitle: z.string().nullable(),
    saidBy: z.uuid().nullable(),
    saidAt: z.string(),
  })
  .meta({ id: 'NotDuplicates' });
export type DismissalView = z.infer<typeof dismissalView>;
