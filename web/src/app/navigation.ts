import type { MessageKey } from '../i18n/i18n';
import type { Role } from '../session/session';

export interface Place {
  to: string;
  label: MessageKey;
  roles: readonly Role[];
  /** Set apart from what is above it. */
  begins?: true;
}

const STAFF: readonly Role[] = ['manager', 'park-lead', 'officer'];
const READERS: readonly Role[] = [...STAFF, 'auditor'];

/** Where the menu leads, in its order, and whose it is. */
const PLACES: readonly Place[] = [
  { to: '/', label: 'nav.desk', roles: STAFF },
  { to: '/needs', label: 'nav.needs', roles: [...READERS, 'enterprise'], begins: true },
  { to: '/shares', label: 'nav.shares', roles: ['enterprise'] },
  { to: '/projects', label: 'nav.projects', roles: [...READERS, 'enterprise', 'project-owner'] },
  { to: '/talents', label: 'nav.talents', roles: [...READERS, 'talent'] },
  { to: '/imports', label: 'nav.imports', roles: STAFF },
  { to: '/duplicates', label: 'duplicates.title', roles: STAFF },
  { to: '/board', label: 'nav.board', roles: READERS, begins: true },
  { to: '/runs', label: 'nav.runs', roles: READERS },
  { to: '/signings', label: 'nav.signings', roles: [...READERS, 'enterprise', 'organiser'], begins: true },
  { to: '/events', label: 'events.title', roles: [...READERS, 'organiser'] },
  { to: '/targets', label: 'nav.targets', roles: [...READERS, 'organiser', 'commission'], begins: true },
  { to: '/plan', label: 'nav.plan', roles: [...READERS, 'organiser', 'commission'] },
  { to: '/reports', label: 'reports.title', roles: [...READERS, 'organiser', 'commission'] },
  { to: '/audit', label: 'nav.audit', roles: ['manager', 'auditor'], begins: true },
  { to: '/settings', label: 'nav.settings', roles: READERS },
];

export const placesOf = (role: Role): Place[] => PLACES.filter(({ roles }) => roles.includes(role));

/** Where somebody of this role begins. */
export const homeOf = (role: Role): string => placesOf(role)[0]?.to ?? '/sign-in';

/** The place that an address belongs to: the one with the longest beginning in common. */
export function placeOf(path: string, places: readonly Place[]): Place | undefined {
  return places
    .filter(({ to }) => path === to || (to !== '/' && path.startsWith(`${to}/`)))
    .sort((a, b) => b.to.length - a.to.length)[0];
}
