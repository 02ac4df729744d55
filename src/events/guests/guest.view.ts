import type { Actor } from '../../common/actor';
import type { SessionEntity } from '../sessions/session.entity';
import { canRun } from '../sessions/session-rights';
import type { GuestDetailsCipher } from './guest-details';
import type { GuestEntity } from './guest.entity';
import type { GuestView } from './guest.schema';

/** Whether the actor invited the guest or runs the session: they reach whom they invited, an auditor does not. */
export const canReach = (actor: Actor, guest: Pick<GuestEntity, 'parkId'>, session: SessionEntity): boolean =>
  canRun(actor, session) || (guest.parkId !== null && actor.parkIds.includes(guest.parkId));

/** Makes the views of a session's guests for `actor`. */
export const guestViews =
  (
    actor: Actor,
    session: SessionEntity,
    parkCodes: ReadonlyMap<string, string>,
    details: GuestDetailsCipher,
  ) =>
  (guest: GuestEntity): GuestView => {
    const isReached = canReach(actor, guest, session);
    return {
      id: guest.id,
      side: guest.side,
      label: guest.label,
      organisation: guest.organisationId,
      park: parkCodes.get(guest.parkId ?? '') ?? null,
      needs: guest.needIds,
      projects: guest.projectIds,
      talents: guest.talentIds,
      details: isReached ? details.open(guest) : null,
      reply: guest.reply,
      repliedAt: guest.repliedAt?.toISOString() ?? null,
      pitches: guest.pitches,
      signs: guest.signs,
      wishes: guest.wishes,
      presence: guest.presence,
      arrivedAt: guest.arrivedAt?.toISOString() ?? null,
      arrivedBy: guest.arrivedBy,
      substituted: guest.substituted,
      away: guest.away,
      meetingLimit: guest.meetingLimit,
      token: isReached ? details.tokenOf(guest.id) : null,
      version: guest.version,
    };
  };
