import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TargetRule } from './target-rule.schema';

@Entity('targets')
export class TargetEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  @Column('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text')
  unit!: string;

  /** false: the goal is our count of a list, outside every rate. */
  @Column('boolean')
  stated!: boolean;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('int')
  ordinal!: number;

  @Column('text', { name: 'sample_set', nullable: true })
  sampleSet!: string | null;
}

/** One version of what a target counts; never changed. */
@Entity('target_rules')
export class TargetRuleEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'target_id' })
  targetId!: string;

  @Column('int')
  version!: number;

  /** The first contract day it judges. */
  @Column('date', { name: 'effective_from' })
  effectiveFrom!: string;

  @Column('jsonb')
  rule!: TargetRule;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text', { name: 'document_number', nullable: true })
  documentNumber!: string | null;

  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('text', { name: 'sample_set', nullable: true })
  sampleSet!: string | null;
}
