import type { ImportView } from '@server/intake/imports/import.schema';

export type Kind = ImportView['kind'];

/** In the order of the menu. */
export const KINDS = [
  'technology-needs',
  'hiring-needs',
  'projects',
  'talents',
  'organisations',
  'rosters',
] as const satisfies readonly Kind[];
