import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MatchStage, PairKind, ScorePart } from '../../taxonomy/match.vocabulary';
import type { OpenStage } from './stage-table';

/** A pair that a person has acted on. No run of the engine touches it. */
@Entity('matches')
export class MatchEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** What people call it by: 配-2022-0042. */
  @Column('text')
  code!: string;

  @Column('text', { name: 'pair_kind' })
  pairKind!: PairKind;

  @Column('uuid', { name: 'demand_id' })
  demandId!: string;

  @Column('int', { name: 'demand_version' })
  demandVersion!: number;

  @Column('uuid', { name: 'demand_park_id', nullable: true })
  demandParkId!: string | null;

  @Column('uuid', { name: 'demand_organisation_id', nullable: true })
  demandOrganisationId!: string | null;

  @Column('uuid', { name: 'supply_id' })
  supplyId!: string;

  @Column('int', { name: 'supply_version' })
  supplyVersion!: number;

  @Column('uuid', { name: 'supply_park_id', nullable: true })
  supplyParkId!: string | null;

  @Column('uuid', { name: 'supply_organisation_id', nullable: true })
  supplyOrganisationId!: string | null;

  /** The score at the first act; null for a pair that no shortlist held. */
  @Column('float8', { nullable: true })
  score!: number | null;

  @Column('jsonb', { nullable: true })
  parts!: Record<ScorePart, number | null> | null;

  @Column('int', { nullable: true })
  model!: number | null;

  @Column('text')
  stage!: MatchStage;

  /** Where a match on hold goes back to. */
  @Column('text', { name: 'resume_stage', nullable: true })
  resumeStage!: OpenStage | null;

  @Column('int')
  version!: number;

  /** The day it was first sent to the enterprise, 'YYYY-MM-DD'. */
  @Column('date', { name: 'shared_on', nullable: true })
  sharedOn!: string | null;

  /** The match that goes on where two were of one pair. */
  @Column('uuid', { name: 'merged_into', nullable: true })
  mergedInto!: string | null;

  @Column('text', { name: 'sample_set', nullable: true })
  sampleSet!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
