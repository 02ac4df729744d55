import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { FollowUpOutcome } from '../../taxonomy/event.vocabulary';

/** A question that arises some days after a talk: what came of it? */
@Entity('session_follow_ups')
export class FollowUpEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'meeting_id' })
  meetingId!: string;

  /** 7, 30 or 90. */
  @Column('int', { name: 'after_days' })
  afterDays!: number;

  /** 'YYYY-MM-DD' */
  @Column('date', { name: 'due_on' })
  dueOn!: string;

  @Column('text', { nullable: true })
  outcome!: FollowUpOutcome | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('timestamptz', { name: 'done_at', nullable: true })
  doneAt!: Date | null;

  @Column('uuid', { name: 'done_by', nullable: true })
  doneBy!: string | null;

  @Column('text', { name: 'sample_set', nullable: true })
  sampleSet!: string | null;
}
