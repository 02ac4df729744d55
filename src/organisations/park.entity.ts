import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity('parks')
export class ParkEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** 'NO.3'. */
  @Column('text')
  code!: string;

  @Column('text')
  name!: string;

  @Column('text', { nullable: true })
  city!: string | null;

  /** Its place in lists: NO.10 comes after NO.9. */
  @Column('int')
  ordinal!: number;

  @Column('text', { name: 'sample_set', nullable: true })
  sampleSet!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
