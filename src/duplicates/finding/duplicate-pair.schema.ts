import { z } from 'zod';
import { plainText } from '../../common/fields';
import { needStatuses } from '../../taxonomy/need.vocabulary';
import { duplicateKind } from '../duplicate-kind';
import { SEARCH_STATES } from './duplicate-search.entity';

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

export const searchRequest = duplicatesQuery.pick({ kind: true });
export type SearchRequest = z.infer<typeof searchRequest>;

export const searchView = z
  .object({
    state: z.enum(SEARCH_STATES),
    total: z.number().int().describe('records that are held against each other'),
    done: z.number().int(),
    startedAt: z.string().nullable(),
    finishedAt: z.string().nullable(),
  })
  .meta({ id: 'DuplicateSearch' });
export type SearchView = z.infer<typeof searchView>;

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
    total: z.number().int().describe('pairs found; the likest are shown'),
    search: searchView.nullable().describe('the latest search among all records; null: none yet'),
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
