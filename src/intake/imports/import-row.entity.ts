import { Column, Entity, PrimaryColumn } from 'typeorm';

/** ready, known, doubtful, same, left-out: before the import ran. The others: what came of the row. */
export const ROW_STATES = [
  'ready',
  'known',
  'doubtful',
  'same',
  'left-out',
  'created',
  'updated',
  'merged',
  'kept',
  'failed',
  'reverted',
] as const;
export type RowState = (typeof ROW_STATES)[number];

export const DECISIONS = ['skip', 'update', 'merge', 'new'] as const;
export type Decision = (typeof DECISIONS)[number];

/** By what a row was recognised. */
export const KNOWN_BY = ['list', 'code', 'name', 'title', 'person', 'text'] as const;
export type KnownBy = (typeof KNOWN_BY)[number];

/** One row of a list. */
@Entity('import_rows')
export class ImportRowEntity {
  @PrimaryColumn('uuid', { name: 'import_id' })
  importId!: string;

  /** In the file, from 1. */
  @PrimaryColumn('int', { name: 'row_no' })
  rowNo!: number;

  @Column('text')
  state!: RowState;

  /** RowContent, encrypted; null once the row is in. */
  @Column('bytea', { nullable: true })
  sealed!: Buffer | null;

  /** Whom to ask about the need or project, encrypted. */
  @Column('bytea', { nullable: true })
  contact!: Buffer | null;

  /** Keyed digest of what the row is about; null where it does not say. */
  @Column('bytea', { nullable: true })
  key!: Buffer | null;

  /** Keyed digest of all that the row says. */
  @Column('bytea', { nullable: true })
  digest!: Buffer | null;

  /** The record that the row is about, where there is one already. */
  @Column('uuid', { name: 'known_id', nullable: true })
  knownId!: string | null;

  @Column('text', { name: 'known_by', nullable: true })
  knownBy!: KnownBy | null;

  @Column('text', { nullable: true })
  decision!: Decision | null;

  /** What the row made or changed, and the version it left. */
  @Column('uuid', { name: 'record_id', nullable: true })
  recordId!: string | null;

  @Column('int', { name: 'record_version', nullable: true })
  recordVersion!: number | null;

  @Column('text', { nullable: true })
  failure!: string | null;
}
