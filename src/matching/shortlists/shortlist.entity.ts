import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PairKind } from '../../taxonomy/match.vocabulary';

/** The best supplies of one demand, replaced whole by each match. Arrays run in parallel, best first, at most 50 long. */
@Entity('shortlists')
export class ShortlistEntity {
  @PrimaryColumn('uuid', { name: 'demand_id' })
  demandId!: string;

  @PrimaryColumn('text', { name: 'pair_kind' })
  pairKind!: PairKind;

  @Column('int', { name: 'demand_version' })
  demandVersion!: number;

  @Column('uuid', { name: 'demand_park_id', nullable: true })
  demandParkId!: string | null;

  @Column('uuid', { name: 'demand_organisation_id', nullable: true })
  demandOrganisationId!: string | null;

  @Column('int')
  model!: number;

  @Column('bigint')
  generation!: number;

  @Column('uuid', { name: 'supply_ids', array: true })
  supplyIds!: string[];

  @Column('int', { name: 'supply_versions', array: true })
  supplyVersions!: number[];

  @Column('float8', { array: true })
  scores!: number[];

  /** Four per entry: points of text, meaning, tags, criteria; NaN where there is no data. */
  @Column('float4', { array: true })
  parts!: number[];

  /** The supplies before the last change of the list, best first; empty of a list that never changed. */
  @Column('uuid', { name: 'previous_ids', array: true })
  previousIds!: string[];

  @Column('timestamptz', { name: 'changed_at', nullable: true })
  changedAt!: Date | null;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
