/** The roles a caller can act in; the two last belong to processes, not to people. */
export const ROLES = [
  'manager',
  'park-lead',
  'officer',
  'enterprise',
  'organiser',
  'commission',
  'auditor',
  'project-owner',
  'talent',
  'worker',
  'system',
] as const;
export type Role = (typeof ROLES)[number];

/** Who acts, as the services judge it and as PostgreSQL's row-level security sees it. */
export interface Actor {
  /** null for a process acting for nobody (worker, seed, command line). */
  readonly userId: string | null;
  readonly role: Role;
  /** Parks of an officer or park lead; empty for everyone else. */
  readonly parkIds: readonly string[];
  /** The organisation of an enterprise user. */
  readonly organisationId: string | null;
  /** The person behind a talent's or project owner's account. */
  readonly personId: string | null;
  /** Activities an organiser runs; empty for everyone else. */
  readonly activityIds: readonly string[];
}

const process = (role: 'worker' | 'system'): Actor => ({
  userId: null,
  role,
  parkIds: [],
  organisationId: null,
  personId: null,
  activityIds: [],
});

/** The matching worker: reads every record, writes features, shortlists, runs and outbox marks only. */
export const WORKER: Actor = process('worker');
/** Seeding, imports from the command line and scheduled jobs; audited as such. */
export const SYSTEM: Actor = process('system');
