import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { OrganisationKind, OrganisationQuality, Region } from '../taxonomy/organisation.vocabulary';

@Entity('organisations')
export class OrganisationEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: OrganisationKind;

  /** Unified social credit code (GB 32100-2015). */
  @Column('text', { nullable: true })
  uscc!: string | null;

  @Column('text', { nullable: true })
  city!: string | null;

  @Column('text', { nullable: true })
  region!: Region | null;

  /** GB/T 4754-2017 code, 'C3985'. */
  @Column('text', { nullable: true })
  industry!: string | null;

  @Column('text', { array: true })
  qualities!: OrganisationQuality[];

  @Column('boolean', { name: 'key_enterprise' })
  keyEnterprise!: boolean;

  @Column('int')
  version!: number;

  /** The entry that stays where this one turned out to be of the same organisation. */
  @Column('uuid', { name: 'merged_into', nullable: true })
  mergedInto!: string | null;

  @Column('text', { nullable: true })
  source!: string | null;

  @Column('text', { name: 'source_ref', nullable: true })
  sourceRef!: string | null;

  @Column('text', { name: 'sample_set', nullable: true })
  sampleSet!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
