import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DocumentKind, Particular } from '../taxonomy/document.vocabulary';

/** A paper of a signing; what it proves is in taxonomy/document-rules. */
@Entity('signing_documents')
export class SigningDocumentEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'signing_id' })
  signingId!: string;

  @Column('text')
  kind!: DocumentKind;

  @Column('uuid', { name: 'attachment_id' })
  attachmentId!: string;

  @Column('text', { nullable: true })
  number!: string | null;

  @Column('date', { name: 'dated_on' })
  datedOn!: string;

  /** What the paper states or carries, as whoever entered it saw it. */
  @Column('text', { array: true })
  particulars!: Particular[];

  /** 核定 amount of a registration or receipt, whole 元. */
  @Column('bigint', { name: 'certified_amount', nullable: true })
  certifiedAmount!: number | null;

  @Column('uuid', { name: 'added_by', nullable: true })
  addedBy!: string | null;

  @Column('timestamptz', { name: 'added_at' })
  addedAt!: Date;

  @Column('uuid', { name: 'removed_by', nullable: true })
  removedBy!: string | null;

  @Column('timestamptz', { name: 'removed_at', nullable: true })
  removedAt!: Date | null;

  @Column('text', { name: 'sample_set', nullable: true })
  sampleSet!: string | null;
}
