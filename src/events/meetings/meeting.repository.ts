import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MeetingEntity } from './meeting.entity';

@Injectable()
export class MeetingRepository {
  find(id: string, tx: EntityManager): Promise<MeetingEntity | null> {
    return tx.findOneBy(MeetingEntity, { id });
  }

  /** By slot and table. */
  of(sessionId: string, tx: EntityManager): Promise<MeetingEntity[]> {
    return tx.find(MeetingEntity, { where: { sessionId }, order: { slot: 'ASC', tableNumber: 'ASC' } });
  }

  /** Puts `meetings` in the place of all that are neither locked nor talked about. */
  async replace(sessionId: string, meetings: readonly MeetingEntity[], tx: EntityManager): Promise<void> {
    await tx.query(
      'DELETE FROM session_meetings WHERE session_id = $1 AND NOT locked AND talked_at IS NULL',
      [sessionId],
    );
    if (meetings.length > 0) await tx.insert(MeetingEntity, [...meetings]);
  }

  async insert(meeting: MeetingEntity, tx: EntityManager): Promise<void> {
    await tx.insert(MeetingEntity, meeting);
  }

  async update(id: string, changes: Partial<MeetingEntity>, tx: EntityManager): Promise<void> {
    await tx.update(MeetingEntity, { id }, { ...changes, version: () => 'version + 1' });
  }

  /** False when the meeting was talked about, and stays. */
  async remove(id: string, tx: EntityManager): Promise<boolean> {
    const [, affected] = await tx.query<[unknown[], number]>(
      'DELETE FROM session_meetings WHERE id = $1 AND talked_at IS NULL',
      [id],
    );
    return affected === 1;
  }
}
