import type { Actor } from '../common/actor';
import { Forbidden } from '../common/errors';

/** The officers and lead of the signing's park, and the platform: they record, edit and add papers. Mirrors its row-level security. */
export const canRecord = (actor: Actor, { parkId }: { parkId: string }): boolean =>
  actor.role === 'manager' ||
  actor.role === 'system' ||
  ((actor.role === 'officer' || actor.role === 'park-lead') && actor.parkIds.includes(parkId));

/** The first check is the park's own: by its lead, in person. */
export const canCheck = (actor: Actor, { parkId }: { parkId: string }): boolean =>
  actor.role === 'park-lead' && actor.parkIds.includes(parkId);

/** The second check is the platform's. */
export const canConfirm = (actor: Actor): boolean => actor.role === 'manager';

/** Who answers for a check; never a process. @throws 403 SIGNING.NEEDS_A_PERSON */
export function requirePerson(actor: Actor): string {
  if (actor.userId === null)
    throw new Forbidden('SIGNING.NEEDS_A_PERSON', 'A signing is checked and confirmed by people');
  return actor.userId;
}
