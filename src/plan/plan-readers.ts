import type { Role } from '../common/actor';

/** Who reads plans and their numbers; not enterprises. */
export const PLAN_READERS = [
  'manager',
  'park-lead',
  'officer',
  'organiser',
  'commission',
  'auditor',
] as const satisfies readonly Role[];
