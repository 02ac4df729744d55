import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TalkStrength } from '../../taxonomy/contact.vocabulary';
import type { PairKind } from '../../taxonomy/match.vocabulary';

/** Two guests at a table in a slot, and what was said there. */
@Entity('session_meetings')
export class MeetingEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'session_id' })
  sessionId!: string;

  @Column('uuid', { name: 'host_id' })
  hostId!: string;

  @Column('uuid', { name: 'visitor_id' })
  visitorId!: string;

  /** From 0. */
  @Column('int')
  slot!: number;

  /** From 1. */
  @Column('int', { name: 'table_number' })
  tableNumber!: number;

  @Column('float8')
  score!: number;

  /** The best pair of records between the two, when there is one. */
  @Column('text', { name: 'pair_kind', nullable: true })
  pairKind!: PairKind | null;

  @Column('uuid', { name: 'demand_id', nullable: true })
  demandId!: string | null;

  @Column('uuid', { name: 'supply_id', nullable: true })
  supplyId!: string | null;

  /** Stays where it is when the timetable is planned anew. */
  @Column('boolean')
  locked!: boolean;

  @Column('text', { nullable: true })
  strength!: TalkStrength | null;

  @Column('text', { name: 'next_step', nullable: true })
  nextStep!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('timestamptz', { name: 'talked_at', nullable: true })
  talkedAt!: Date | null;

  @Column('uuid', { name: 'talked_by', nullable: true })
  talkedBy!: string | null;

  @Column('uuid', { name: 'match_id', nullable: true })
  matchId!: string | null;

  @Column('int')
  version!: number;

  @Column('text', { name: 'sample_set', nullable: true })
  sampleSet!: string | null;
}
