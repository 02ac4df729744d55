import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A link by which a person says what they agree to, once and for some days. */
@Entity('consent_links')
export class ConsentLinkEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  /** Who asks; null: the platform. */
  @Column('uuid', { name: 'park_id', nullable: true })
  parkId!: string | null;

  /** SHA-256 of the token, which only the link holds. */
  @Column('bytea')
  digest!: Buffer;

  @Column('timestamptz', { name: 'sent_at' })
  sentAt!: Date;

  @Column('uuid', { name: 'sent_by', nullable: true })
  sentBy!: string | null;

  @Column('timestamptz', { name: 'expires_at' })
  expiresAt!: Date;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt!: Date | null;
}
