import { z } from 'zod';
import { plainText } from '../../common/fields';

/** Views that one person may keep. */
export const MOST_VIEWS = 50;

const list = z.enum(['needs', 'projects', 'talents', 'signings', 'audit']);
export type ViewedList = z.infer<typeof list>;

const name = plainText(40).transform((text) => text.trim());
const filter = z
  .record(z.string().regex(/^[a-zA-Z]{1,30}$/), z.union([z.string().min(1).max(200), z.literal(true)]))
  .refine((fields) => Object.keys(fields).length <= 20)
  .describe('what the list’s address holds: field and value');
const shared = z.boolean().describe('shown to the owner’s parks too');

export const savedViewQuery = z.strictObject({ list });
export type SavedViewQuery = z.infer<typeof savedViewQuery>;

export const saveView = z.strictObject({ list, name, filter, shared: shared.default(false) });
export type SaveView = z.infer<typeof saveView>;

export const changeView = z.strictObject({ name: name.optional(), shared: shared.optional() });
export type ChangeView = z.infer<typeof changeView>;

export const savedView = z
  .object({
    id: z.uuid(),
    name: z.string(),
    filter,
    shared,
    owner: z.string().nullable().describe('who shares it; null: the reader’s own'),
  })
  .meta({ id: 'SavedView' });
export type SavedView = z.infer<typeof savedView>;
