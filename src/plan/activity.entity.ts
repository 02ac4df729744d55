import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ActivityState } from '../taxonomy/plan.vocabulary';

@Entity('activities')
export class ActivityEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  @Column('uuid', { name: 'track_id' })
  trackId!: string;

  /** Its number in the plan. */
  @Column('int')
  number!: number;

  @Column('text')
  name!: string;

  /** Month of the plan's year, where only that is stated. */
  @Column('int', { nullable: true })
  month!: number | null;

  @Column('date', { name: 'held_on', nullable: true })
  heldOn!: string | null;

  @Column('text', { nullable: true })
  venue!: string | null;

  /** The city it is about, not where it is held. */
  @Column('text', { name: 'subject_city', nullable: true })
  subjectCity!: string | null;

  @Column('text', { array: true })
  tags!: string[];

  @Column('text')
  state!: ActivityState;

  /** null: the plan does not say. */
  @Column('boolean', { name: 'in_stated_total', nullable: true })
  inStatedTotal!: boolean | null;

  /** Of the paper that changed the activity last. */
  @Column('text', { name: 'document_number', nullable: true })
  documentNumber!: string | null;

  @Column('int')
  version!: number;

  @Column('text', { name: 'sample_set', nullable: true })
  sampleSet!: string | null;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
