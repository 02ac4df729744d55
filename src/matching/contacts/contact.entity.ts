import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ContactMethod, ContactResult } from '../../taxonomy/contact.vocabulary';

/** One call, message, visit or meeting about a match. Never changed. */
@Entity('match_contacts')
export class ContactEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'match_id' })
  matchId!: string;

  @Column('text')
  how!: ContactMethod;

  @Column('text')
  result!: ContactResult;

  /** False where nobody answered or the details were wrong. */
  @Column('boolean')
  reached!: boolean;

  /** The day to try again, 'YYYY-MM-DD'. */
  @Column('date', { name: 'next_on', nullable: true })
  nextOn!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('uuid', { name: 'contacted_by', nullable: true })
  contactedBy!: string | null;

  @Column('timestamptz', { name: 'contacted_at' })
  contactedAt!: Date;

  @Column('text', { name: 'sample_set', nullable: true })
  sampleSet!: string | null;
}
