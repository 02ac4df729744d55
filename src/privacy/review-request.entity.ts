import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person asks that a human looks at what a score decided. */
@Entity('review_requests')
export class ReviewRequestEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'person_id' })
  personId!: string;

  /** Whose answer it is; null: the platform's. */
  @Column('uuid', { name: 'park_id', nullable: true })
  parkId!: string | null;

  @Column('text')
  concern!: string;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  @Column('uuid', { name: 'asked_by', nullable: true })
  askedBy!: string | null;

  @Column('text', { nullable: true })
  answer!: string | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt!: Date | null;

  @Column('uuid', { name: 'answered_by', nullable: true })
  answeredBy!: string | null;
}
