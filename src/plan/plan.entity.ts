import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PlanSeed, PlanSettings } from './plan-seed.schema';

@Entity('plans')
export class PlanEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('int')
  year!: number;

  @Column('text')
  issuer!: string;

  @Column('text')
  source!: string;

  /** The number the plan itself gives, whatever it names. */
  @Column('int', { name: 'activities_stated' })
  activitiesStated!: number;

  @Column('jsonb')
  settings!: PlanSettings;

  @Column('jsonb')
  themes!: PlanSeed['themes'];

  @Column('jsonb')
  undertakings!: PlanSeed['undertakings'];

  @Column('text', { array: true })
  notes!: string[];

  @Column('text', { name: 'sample_set', nullable: true })
  sampleSet!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}

@Entity('plan_tracks')
export class PlanTrackEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'plan_id' })
  planId!: string;

  @Column('text')
  code!: string;

  /** Code of a theme of the plan. */
  @Column('text')
  theme!: string;

  @Column('text')
  name!: string;

  @Column('int')
  ordinal!: number;

  @Column('text', { name: 'sample_set', nullable: true })
  sampleSet!: string | null;
}
