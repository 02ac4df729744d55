import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CountLevel } from '../../taxonomy/count-levels';
import type { Region } from '../../taxonomy/organisation.vocabulary';
import type { Subject } from '../../taxonomy/plan.vocabulary';
import type { Change } from './changes';

/** 报送批次: what was reported, as of its cut-off; never changed. */
@Entity('submissions')
export class SubmissionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  @Column('text')
  period!: string;

  @Column('timestamptz', { name: 'cut_off' })
  cutOff!: Date;

  /** Version in force of each target by its code. */
  @Column('jsonb', { name: 'rule_versions' })
  ruleVersions!: Record<string, number>;

  @Column('uuid', { name: 'signed_by' })
  signedBy!: string;

  @Column('timestamptz', { name: 'signed_at' })
  signedAt!: Date;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text', { name: 'sample_set', nullable: true })
  sampleSet!: string | null;
}

/** A credit as it was reported, in ids: names are looked up when it is shown. */
@Entity('submission_rows')
export class SubmissionRowEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'submission_id' })
  submissionId!: string;

  @Column('uuid', { name: 'credit_id' })
  creditId!: string;

  @Column('text')
  change!: Change;

  /** Why it was withdrawn; only then. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('uuid', { name: 'target_id' })
  targetId!: string;

  @Column('uuid', { name: 'signing_id' })
  signingId!: string;

  @Column('text', { name: 'subject_kind' })
  subjectKind!: Subject;

  @Column('uuid', { name: 'subject_id' })
  subjectId!: string;

  @Column('text')
  level!: CountLevel;

  @Column('boolean')
  counts!: boolean;

  @Column('uuid', { name: 'counted_id' })
  countedId!: string;

  @Column('uuid', { name: 'activity_id' })
  activityId!: string;

  @Column('uuid', { name: 'park_id' })
  parkId!: string;

  @Column('text', { nullable: true })
  region!: Region | null;

  @Column('bigint', { nullable: true })
  yuan!: number | null;

  @Column('date', { name: 'reached_on' })
  reachedOn!: string;

  @Column('int', { name: 'rule_version' })
  ruleVersion!: number;

  @Column('text', { name: 'sample_set', nullable: true })
  sampleSet!: string | null;
}
