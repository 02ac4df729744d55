import { Column, Entity } from 'typeorm';
import type { Subject } from '../../taxonomy/plan.vocabulary';
import type { ActivityCredit } from '../counting/credits';
import { CreditLine } from './credit-line';

@Entity('activity_credits')
export class ActivityCreditEntity extends CreditLine implements ActivityCredit {
  @Column('text', { name: 'subject_kind' })
  subjectKind!: Subject;

  @Column('uuid', { name: 'subject_id' })
  subjectId!: string;

  @Column('uuid', { name: 'activity_id' })
  activityId!: string;

  @Column('uuid', { name: 'signing_id' })
  signingId!: string;

  @Column('uuid', { name: 'park_id' })
  parkId!: string;
}
