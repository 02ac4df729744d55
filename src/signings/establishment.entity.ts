import { Column, Entity, PrimaryColumn } from 'typeorm';

export type EstablishmentKind = 'alliance' | 'base';

/** An alliance or base: it has no record elsewhere, and counting needs its id. */
@Entity('establishments')
export class EstablishmentEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: EstablishmentKind;

  @Column('text')
  name!: string;

  @Column('text', { name: 'sample_set', nullable: true })
  sampleSet!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
