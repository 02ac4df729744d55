import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Visibility } from '../taxonomy/need.vocabulary';

/** A file's description; its content is the blob store's. */
@Entity('attachments')
export class AttachmentEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('text', { name: 'file_name' })
  fileName!: string;

  @Column('text', { name: 'media_type' })
  mediaType!: string;

  @Column('int', { name: 'byte_size' })
  byteSize!: number;

  /** Of the content in clear, hexadecimal. */
  @Column('text')
  sha256!: string;

  @Column('uuid', { name: 'owner_user_id', nullable: true })
  ownerUserId!: string | null;

  /** null until the file is attached: only who uploaded it sees it. */
  @Column('text', { name: 'subject_kind', nullable: true })
  subjectKind!: string | null;

  @Column('uuid', { name: 'subject_id', nullable: true })
  subjectId!: string | null;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId!: string | null;

  @Column('uuid', { name: 'park_id', nullable: true })
  parkId!: string | null;

  @Column('text')
  visibility!: Visibility;

  /** A CV, a roster: nobody reads it who may not edit its subject. */
  @Column('boolean')
  personal!: boolean;

  @Column('text', { name: 'sample_set', nullable: true })
  sampleSet!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}

/** One encrypted piece of a file. */
@Entity('attachment_chunks')
export class AttachmentChunkEntity {
  @PrimaryColumn('uuid', { name: 'attachment_id' })
  attachmentId!: string;

  @PrimaryColumn('int')
  ordinal!: number;

  @Column('bytea')
  sealed!: Buffer;
}
