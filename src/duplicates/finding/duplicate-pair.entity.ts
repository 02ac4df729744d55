import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DuplicateKind } from '../duplicate-kind';
import type { Reason } from './duplicate-pair.schema';

/** Two that are likely one, as they were found. */
@Entity('duplicate_pairs')
export class DuplicatePairEntity {
  @Column('text')
  kind!: DuplicateKind;

  /** The lower id of the two. */
  @PrimaryColumn('uuid', { name: 'first_id' })
  firstId!: string;

  @PrimaryColumn('uuid', { name: 'second_id' })
  secondId!: string;

  @Column('uuid', { name: 'first_park_id', nullable: true })
  firstParkId!: string | null;

  @Column('uuid', { name: 'second_park_id', nullable: true })
  secondParkId!: string | null;

  @Column('text', { array: true })
  reasons!: Reason[];

  @Column('float8')
  likeness!: number;
}
