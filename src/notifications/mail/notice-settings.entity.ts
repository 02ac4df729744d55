import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Locale } from '../../common/locale';
import type { Told } from '../told';

export const MAIL_RHYTHMS = ['off', 'instant', 'daily'] as const;
export type MailRhythm = (typeof MAIL_RHYTHMS)[number];

/** How a person wants to be told; without a row only inside the product. */
@Entity('notice_settings')
export class NoticeSettingsEntity {
  @PrimaryColumn('uuid', { name: 'user_id' })
  userId!: string;

  /** Encrypted. */
  @Column('bytea', { nullable: true })
  email!: Buffer | null;

  @Column('text')
  mail!: MailRhythm;

  /** What they do not want to be told of, not even inside the product. */
  @Column('text', { array: true })
  muted!: Told[];

  /** The language of the mails. */
  @Column('text')
  locale!: Locale;

  /** The last day a daily mail was sent. */
  @Column('date', { name: 'digest_on', nullable: true })
  digestOn!: string | null;
}
