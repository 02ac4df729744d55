import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ImportKind } from '../forms/form';
import type { Layout } from '../table/layout';
import type { Notice } from '../table/read-table';
import type { Choices } from './import.schema';
import type { ImportState } from './import-state';

/** A list that somebody sent, and how far it is. */
@Entity('imports')
export class ImportEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text')
  kind!: ImportKind;

  @Column('text')
  state!: ImportState;

  @Column('text', { name: 'file_name' })
  fileName!: string;

  /** null once the file was forgotten, with the rows that were never taken in. */
  @Column('uuid', { name: 'attachment_id', nullable: true })
  attachmentId!: string | null;

  @Column('uuid', { name: 'park_id', nullable: true })
  parkId!: string | null;

  /** null: the command line. */
  @Column('uuid', { name: 'created_by', nullable: true })
  createdBy!: string | null;

  /** The sheet that is read; null until one was found, and for documents. */
  @Column('text', { nullable: true })
  sheet!: string | null;

  /** Those of the file that hold something. */
  @Column('text', { array: true })
  sheets!: string[];

  @Column('jsonb', { nullable: true })
  layout!: Layout | null;

  @Column('jsonb')
  notices!: Notice[];

  @Column('jsonb', { nullable: true })
  choices!: Choices | null;

  @Column('text', { nullable: true })
  failure!: string | null;

  /** Rows to be read, stored or taken back in the present state, and those done. */
  @Column('int')
  total!: number;

  @Column('int')
  done!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'started_at', nullable: true })
  startedAt!: Date | null;

  @Column('timestamptz', { name: 'finished_at', nullable: true })
  finishedAt!: Date | null;

  @Column('timestamptz', { name: 'reverted_at', nullable: true })
  revertedAt!: Date | null;
}
