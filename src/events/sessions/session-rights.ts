import type { Actor } from '../../common/actor';
import { Forbidden } from '../../common/errors';
import type { SessionEntity } from './session.entity';

/** The platform, the activity's organiser, and the officers of the park that hosts it. Mirrors app.runs_session. */
export const canRun = (actor: Actor, { activityId, parkId }: Pick<SessionEntity, 'activityId' | 'parkId'>) =>
  actor.role === 'manager' ||
  actor.role === 'system' ||
  (actor.role === 'organiser' && actor.activityIds.includes(activityId)) ||
  (isOfficer(actor) && parkId !== null && actor.parkIds.includes(parkId));

export const isOfficer = ({ role }: Actor): boolean => role === 'officer' || role === 'park-lead';

/** @throws 403 SESSION.NOT_YOURS */
export function requireRun(actor: Actor, session: Pick<SessionEntity, 'activityId' | 'parkId'>): void {
  if (!canRun(actor, session)) throw notYours();
}

export const notYours = () => new Forbidden('SESSION.NOT_YOURS', 'Others run this session');

/** Who works with sessions; row-level security says with which. */
export const SESSION_STAFF = ['manager', 'park-lead', 'officer', 'organiser'] as const;
export const SESSION_READERS = [...SESSION_STAFF, 'auditor'] as const;
