import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DuplicateKind } from '../duplicate-kind';

export const SEARCH_STATES = ['waiting', 'running', 'finished', 'failed'] as const;

/** The latest search among all records of a kind. */
@Entity('duplicate_searches')
export class DuplicateSearchEntity {
  @PrimaryColumn('text')
  kind!: DuplicateKind;

  @Column('text')
  state!: (typeof SEARCH_STATES)[number];

  /** Records that are held against each other. */
  @Column('int')
  total!: number;

  @Column('int')
  done!: number;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt!: Date | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;
}
