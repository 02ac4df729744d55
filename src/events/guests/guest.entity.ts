import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { GuestSide, Presence, Reply, SignInWay } from '../../taxonomy/event.vocabulary';

/** A unit that is invited to a session, with whoever comes for it. */
@Entity('session_guests')
export class GuestEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'session_id' })
  sessionId!: string;

  @Column('text')
  side!: GuestSide;

  /** What stands on its sign: the unit's name. */
  @Column('text')
  label!: string;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId!: string | null;

  /** The park that invited it. */
  @Column('uuid', { name: 'park_id', nullable: true })
  parkId!: string | null;

  @Column('uuid', { name: 'need_ids', array: true })
  needIds!: string[];

  @Column('uuid', { name: 'project_ids', array: true })
  projectIds!: string[];

  @Column('uuid', { name: 'talent_ids', array: true })
  talentIds!: string[];

  /** Encrypted: name, post and phone of who comes. */
  @Column('bytea', { nullable: true })
  details!: Buffer | null;

  @Column('bytea', { name: 'tail_index', nullable: true })
  tailIndex!: Buffer | null;

  @Column('text')
  reply!: Reply;

  @Column('timestamptz', { name: 'replied_at', nullable: true })
  repliedAt!: Date | null;

  /** 是否路演 */
  @Column('boolean')
  pitches!: boolean;

  /** 是否签约 */
  @Column('boolean')
  signs!: boolean;

  /** 意向对象: guests it wants to meet. */
  @Column('uuid', { array: true })
  wishes!: string[];

  @Column('text')
  presence!: Presence;

  @Column('timestamptz', { name: 'arrived_at', nullable: true })
  arrivedAt!: Date | null;

  @Column('text', { name: 'arrived_by', nullable: true })
  arrivedBy!: SignInWay | null;

  /** Somebody else came than was announced. */
  @Column('boolean')
  substituted!: boolean;

  /** Slots in which it is not there, from 0. */
  @Column('int', { array: true })
  away!: number[];

  @Column('int', { name: 'meeting_limit', nullable: true })
  meetingLimit!: number | null;

  @Column('int')
  version!: number;

  @Column('text', { name: 'sample_set', nullable: true })
  sampleSet!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
