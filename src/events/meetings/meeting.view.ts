import type { MeetingEntity } from './meeting.entity';
import type { MeetingView } from './meeting.schema';

export const meetingViewOf = (meeting: MeetingEntity): MeetingView => ({
  id: meeting.id,
  host: meeting.hostId,
  visitor: meeting.visitorId,
  slot: meeting.slot,
  table: meeting.tableNumber,
  score: meeting.score,
  pairKind: meeting.pairKind,
  locked: meeting.locked,
  talk:
    meeting.strength && meeting.talkedAt
      ? {
          strength: meeting.strength,
          nextStep: meeting.nextStep,
          note: meeting.note,
          talkedAt: meeting.talkedAt.toISOString(),
        }
      : null,
  match: meeting.matchId,
});
