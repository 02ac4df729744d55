import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { addDays } from '../../common/clock';
import { newId } from '../../common/ids';
import type { Page } from '../../common/page';
import { findPage, type Sort } from '../../platform/database/keyset';
import type { PageRequest } from '../../platform/http/query.schema';
import { MeetingEntity } from '../meetings/meeting.entity';
import { FollowUpEntity } from './follow-up.entity';

const FIRST_DUE_FIRST: Sort<FollowUpEntity> = {
  name: 'due',
  direction: 'ASC',
  columns: ['f.dueOn', 'f.id'],
  valuesOf: ({ dueOn, id }) => [dueOn, id],
};

export interface FollowUpFilter extends PageRequest {
  sessionId?: string;
  open?: boolean;
}

@Injectable()
export class FollowUpRepository {
  find(id: string, tx: EntityManager): Promise<FollowUpEntity | null> {
    return tx.findOneBy(FollowUpEntity, { id });
  }

  page({ sessionId, open, ...page }: FollowUpFilter, tx: EntityManager): Promise<Page<FollowUpEntity>> {
    const query = tx.createQueryBuilder(FollowUpEntity, 'f');
    if (open !== undefined) query.andWhere(`f.doneAt IS ${open ? '' : 'NOT '}NULL`);
    if (sessionId)
      query
        .innerJoin(MeetingEntity, 'm', 'm.id = f.meetingId')
        .andWhere('m.sessionId = :sessionId', { sessionId });
    return findPage(query, FIRST_DUE_FIRST, page);
  }

  ofSession(sessionId: string, tx: EntityManager): Promise<FollowUpEntity[]> {
    return tx
      .createQueryBuilder(FollowUpEntity, 'f')
      .innerJoin(MeetingEntity, 'm', 'm.id = f.meetingId')
      .where('m.sessionId = :sessionId', { sessionId })
      .getMany();
  }

  async update(id: string, changes: Partial<FollowUpEntity>, tx: EntityManager): Promise<void> {
    await tx.update(FollowUpEntity, { id }, changes);
  }

  /**
   * Raises what is due `afterDays` after the day of a talk with some interest, once for each, unless the match has ended
   * or an earlier question was answered for good. Answers the sessions of the talks, one for each.
   */
  async raise(afterDays: number, today: string, tx: EntityManager): Promise<string[]> {
    const due = await tx.query<
      { id: string; session_id: string; held_on: string; sample_set: string | null }[]
    >(
      `SELECT m.id, m.session_id, s.held_on::text, m.sample_set FROM session_meetings m
         JOIN activity_sessions s ON s.id = m.session_id
       WHERE m.strength IN ('strong', 'medium', 'weak') AND s.held_on <= $2
         AND NOT EXISTS (SELECT FROM session_follow_ups f WHERE f.meeting_id = m.id
           AND (f.after_days = $1 OR f.outcome IN ('signed', 'ended')))
         AND NOT EXISTS (SELECT FROM matches x WHERE x.id = m.match_id AND x.stage IN ('declined', 'terminated'))`,
      [afterDays, addDays(today, -afterDays)],
    );
    const rows = due.map(({ id, held_on: heldOn, sample_set: sampleSet }) => ({
      id: newId(),
      meetingId: id,
      afterDays,
      dueOn: addDays(heldOn, afterDays),
      outcome: null,
      note: null,
      doneAt: null,
      doneBy: null,
      sampleSet,
    }));
    if (rows.length > 0)
      await tx.createQueryBuilder().insert().into(FollowUpEntity).values(rows).orIgnore().execute();
    return due.map(({ session_id: sessionId }) => sessionId);
  }
}
