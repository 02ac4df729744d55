import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Told } from '../told';

/** One thing one person is told. */
@Entity('notices')
export class NoticeEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'user_id' })
  userId!: string;

  /** What it is about: 'need', 'share', 'signing'. */
  @Column('text')
  about!: string;

  @Column('text')
  event!: Told;

  @Column('uuid', { name: 'about_id' })
  aboutId!: string;

  /** Codes and numbers for the sentence, never personal data. */
  @Column('jsonb')
  params!: Record<string, string | number>;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'read_at', nullable: true })
  readAt!: Date | null;

  @Column('timestamptz', { name: 'mailed_at', nullable: true })
  mailedAt!: Date | null;
}
