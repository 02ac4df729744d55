import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DuplicateKind } from '../duplicate-kind';
import type { Step } from './change-log';
import type { LinkName } from './links';

/** How many rows hang on a record by one column, and a digest of which. */
export interface Hanging {
  rows: number;
  digest: string;
}

/** That two records became one, with all it takes to make them two again. */
@Entity('record_merges')
export class MergeEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: DuplicateKind;

  @Column('uuid', { name: 'from_id' })
  fromId!: string;

  @Column('uuid', { name: 'into_id' })
  intoId!: string;

  @Column('uuid', { name: 'park_id', nullable: true })
  parkId!: string | null;

  @Column('text')
  reason!: string;

  /** After the merge, like `intoVersion`. */
  @Column('int', { name: 'from_version' })
  fromVersion!: number;

  @Column('int', { name: 'into_version' })
  intoVersion!: number;

  /** null once a person in it was erased. */
  @Column('jsonb', { nullable: true })
  steps!: Step[] | null;

  @Column('jsonb')
  counts!: Partial<Record<LinkName, number>>;

  /** What hung on the surviving record, and the person behind it, right after the merge, by table and column. */
  @Column('jsonb')
  links!: Record<string, Hanging>;

  /** Matches that ended within another of the same pair. */
  @Column('uuid', { array: true })
  ended!: string[];

  @Column('uuid', { name: 'merged_by', nullable: true })
  mergedBy!: string | null;

  @Column('timestamptz', { name: 'merged_at' })
  mergedAt!: Date;

  @Column('uuid', { name: 'undone_by', nullable: true })
  undoneBy!: string | null;

  @Column('timestamptz', { name: 'undone_at', nullable: true })
  undoneAt!: Date | null;
}
