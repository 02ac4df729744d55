import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DuplicateKind } from '../duplicate-kind';

/** That a person looked at two and said they are two. */
@Entity('not_duplicates')
export class NotDuplicatesEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: DuplicateKind;

  /** The lower id of the two. */
  @Column('uuid', { name: 'first_id' })
  firstId!: string;

  @Column('uuid', { name: 'second_id' })
  secondId!: string;

  @Column('uuid', { name: 'park_id', nullable: true })
  parkId!: string | null;

  @Column('uuid', { name: 'said_by', nullable: true })
  saidBy!: string | null;

  @Column('timestamptz', { name: 'said_at' })
  saidAt!: Date;
}
