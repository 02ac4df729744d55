import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PairKind } from '../../taxonomy/match.vocabulary';

export type RunState = 'waiting' | 'running' | 'finished' | 'cancelled' | 'failed';

/** One matching of every demand against every supply, with how far it is. */
@Entity('match_runs')
export class RunEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'requested_by', nullable: true })
  requestedBy!: string | null;

  @Column('text')
  state!: RunState;

  @Column('int', { nullable: true })
  model!: number | null;

  /** Demands to match. */
  @Column('int')
  total!: number;

  @Column('int')
  done!: number;

  /** Shortlist entries written so far. */
  @Column('int')
  entries!: number;

  @Column('jsonb', { name: 'by_kind' })
  byKind!: Partial<Record<PairKind, { demands: number; entries: number }>>;

  /** The last demand whose shortlists are stored: where a run that lost its worker goes on. */
  @Column('uuid', { name: 'resume_after', nullable: true })
  resumeAfter!: string | null;

  @Column('boolean', { name: 'cancel_requested' })
  cancelRequested!: boolean;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt!: Date | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}
