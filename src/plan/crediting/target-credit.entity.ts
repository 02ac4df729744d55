import { Column, Entity } from 'typeorm';
import type { CountLevel } from '../../taxonomy/count-levels';
import type { Region } from '../../taxonomy/organisation.vocabulary';
import type { Subject } from '../../taxonomy/plan.vocabulary';
import type { TargetCredit } from '../counting/credits';
import { CreditLine } from './credit-line';

@Entity('target_credits')
export class TargetCreditEntity extends CreditLine implements TargetCredit {
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

  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId!: string | null;

  @Column('text', { nullable: true })
  region!: Region | null;

  @Column('bigint', { nullable: true })
  yuan!: number | null;

  @Column('date', { name: 'reached_on' })
  reachedOn!: string;

  @Column('uuid', { array: true })
  proof!: string[];

  @Column('int', { name: 'rule_version' })
  ruleVersion!: number;

  @Column('uuid', { name: 'quality_decision_id', nullable: true })
  qualityDecisionId!: string | null;
}
