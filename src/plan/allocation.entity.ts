import { Column, Entity, PrimaryColumn } from 'typeorm';

/** 任务分解: a target's share of a park or of an activity. */
@Entity('allocations')
export class AllocationEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'target_id' })
  targetId!: string;

  /** Either this or the activity. */
  @Column('uuid', { name: 'park_id', nullable: true })
  parkId!: string | null;

  @Column('uuid', { name: 'activity_id', nullable: true })
  activityId!: string | null;

  @Column('int')
  goal!: number;

  @Column('text', { name: 'sample_set', nullable: true })
  sampleSet!: string | null;
}
