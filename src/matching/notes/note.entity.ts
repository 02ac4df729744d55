import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A remark on a match that moves nothing. Never changed. */
@Entity('match_notes')
export class NoteEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'match_id' })
  matchId!: string;

  @Column('text')
  note!: string;

  @Column('uuid', { name: 'written_by', nullable: true })
  writtenBy!: string | null;

  @Column('timestamptz', { name: 'written_at' })
  writtenAt!: Date;

  @Column('text', { name: 'sample_set', nullable: true })
  sampleSet!: string | null;
}
