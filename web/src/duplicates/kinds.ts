import type { DuplicateKind } from '@server/duplicates/duplicate-kind';
import type { Kind } from '../records/kinds';

/** In the order of the menu. */
export const DUPLICATE_KINDS: readonly DuplicateKind[] = ['need', 'project', 'talent', 'organisation'];

const LISTS = {
  need: 'needs',
  project: 'projects',
  talent: 'talents',
  organisation: 'organisations',
} as const;

/** The part of the address, of the API and of the pages, under which the kind's records stand. */
export const listOf = (kind: DuplicateKind): (typeof LISTS)[DuplicateKind] => LISTS[kind];

const KINDS: Record<Kind, DuplicateKind> = { needs: 'need', projects: 'project', talents: 'talent' };
export const duplicateKindOf = (kind: Kind): DuplicateKind => KINDS[kind];
