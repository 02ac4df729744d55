import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MatchStage } from '../../taxonomy/match.vocabulary';
import type { DeclineReason, ReasonSide } from '../../taxonomy/reason.vocabulary';
import type { Seen } from './seen.schema';

/** One move of a match: who, when, from, to, why, and what was on the screen. Never changed. */
@Entity('match_moves')
export class MatchMoveEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'match_id' })
  matchId!: string;

  @Column('text', { name: 'from_stage' })
  fromStage!: MatchStage;

  @Column('text', { name: 'to_stage' })
  toStage!: MatchStage;

  @Column('uuid', { name: 'moved_by', nullable: true })
  movedBy!: string | null;

  @Column('timestamptz', { name: 'moved_at' })
  movedAt!: Date;

  @Column('text', { nullable: true })
  side!: ReasonSide | null;

  @Column('text', { nullable: true })
  reason!: DeclineReason | null;

  /** Whether the reason speaks of what the score judges. */
  @Column('boolean', { nullable: true })
  teaches!: boolean | null;

  @Column('text', { nullable: true })
  note!: string | null;

  /** The move that this one takes back. */
  @Column('uuid', { nullable: true })
  undoes!: string | null;

  @Column('jsonb', { nullable: true })
  seen!: Seen | null;

  @Column('text', { name: 'sample_set', nullable: true })
  sampleSet!: string | null;
}
