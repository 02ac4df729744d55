import { z } from 'zod';

export const DUPLICATE_KINDS = ['organisation', 'need', 'project', 'talent'] as const;
export const duplicateKind = z.enum(DUPLICATE_KINDS);
/** What may have been entered twice. */
export type DuplicateKind = z.infer<typeof duplicateKind>;

export const TABLES: Readonly<Record<DuplicateKind | 'person', string>> = {
  organisation: 'organisations',
  need: 'needs',
  project: 'projects',
  talent: 'talents',
  person: 'persons',
};
