import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A round of meetings, 'HH:MM'. */
export interface Slot {
  from: string;
  to: string;
}

/** A day of an activity to which people are invited: a forum, a 对接会, a ceremony. */
@Entity('activity_sessions')
export class SessionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'activity_id' })
  activityId!: string;

  /** Whose officers run it beside the activity's organiser. */
  @Column('uuid', { name: 'park_id', nullable: true })
  parkId!: string | null;

  @Column('text')
  title!: string;

  /** 'YYYY-MM-DD' */
  @Column('date', { name: 'held_on' })
  heldOn!: string;

  @Column('text', { nullable: true })
  venue!: string | null;

  @Column('jsonb')
  slots!: Slot[];

  @Column('int')
  tables!: number;

  /** Most meetings of a guest, unless it says otherwise. */
  @Column('int', { name: 'meeting_limit' })
  meetingLimit!: number;

  /** Those who come get a mail the day before. */
  @Column('boolean')
  reminds!: boolean;

  /** No timetable of the guests there were when it was planned last has a higher total score. */
  @Column('float8', { name: 'upper_bound', nullable: true })
  upperBound!: number | null;

  @Column('int')
  version!: number;

  @Column('text', { name: 'sample_set', nullable: true })
  sampleSet!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
