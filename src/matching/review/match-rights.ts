import type { Actor } from '../../common/actor';
import type { MatchingRecord } from '../../records/matching-record';
import { isAtHome } from '../../records/record-rights';
import type { MatchEntity } from './match.entity';

const servesPark = (actor: Actor, parkId: string | null): boolean =>
  isOfficer(actor) && parkId !== null && actor.parkIds.includes(parkId);

const isOfficer = ({ role }: Actor): boolean => role === 'officer' || role === 'park-lead';

/** The park of the demand moves the match, and the platform. Mirrors app.moves_match. */
export const canMove = (actor: Actor, match: Pick<MatchEntity, 'demandParkId'>): boolean =>
  actor.role === 'manager' || actor.role === 'system' || servesPark(actor, match.demandParkId);

/** Both parks see the match, and who reads everything. Mirrors the policy matches_read. */
export const canSee = (actor: Actor, match: Pick<MatchEntity, 'demandParkId' | 'supplyParkId'>): boolean =>
  canMove(actor, match) ||
  actor.role === 'auditor' ||
  actor.role === 'worker' ||
  servesPark(actor, match.supplyParkId);

/** Whether the actor may know that the record exists, without a shortlist or match that tells them. */
export const canKnow = (actor: Actor, record: MatchingRecord): boolean =>
  isAtHome(actor, record) || (isOfficer(actor) && record.visibility === 'network');
