import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConsentBasis, ConsentPurpose } from './consent.schema';

/** What a person agreed to, on what ground, and until when. A withdrawn consent stays as a record. */
@Entity('consents')
export class Consent {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  @Column('text')
  purpose!: ConsentPurpose;

  /** The wording they agreed to. */
  @Column('text', { name: 'text_version' })
  textVersion!: string;

  @Column('text')
  basis!: ConsentBasis;

  /** 来源单位: the organisation a list came from. */
  @Column('text', { nullable: true })
  source!: string | null;

  /** The signed paper, as an attachment. */
  @Column('uuid', { name: 'document_id', nullable: true })
  documentId!: string | null;

  @Column('timestamptz', { name: 'given_at' })
  givenAt!: Date;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt!: Date | null;

  @Column('uuid', { name: 'recorded_by', nullable: true })
  recordedBy!: string | null;

  @Column('text', { name: 'sample_set', nullable: true })
  sampleSet!: string | null;
}
