import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MilestoneLevel } from './paper-level';

@Entity('signing_milestones')
export class SigningMilestoneEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'signing_id' })
  signingId!: string;

  /** The row of signing_subjects that reached it; null: all of them. */
  @Column('uuid', { name: 'subject_id', nullable: true })
  subjectId!: string | null;

  @Column('text')
  level!: MilestoneLevel;

  @Column('date', { name: 'reached_on' })
  reachedOn!: string;

  /** The papers of the signing that prove it. */
  @Column('uuid', { name: 'document_ids', array: true })
  documentIds!: string[];

  @Column('uuid', { name: 'recorded_by', nullable: true })
  recordedBy!: string | null;

  @Column('timestamptz', { name: 'recorded_at' })
  recordedAt!: Date;

  @Column('uuid', { name: 'withdrawn_by', nullable: true })
  withdrawnBy!: string | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt!: Date | null;

  @Column('text', { name: 'withdraw_reason', nullable: true })
  withdrawReason!: string | null;

  @Column('text', { name: 'sample_set', nullable: true })
  sampleSet!: string | null;
}
