import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Locale } from '../../common/locale';
import type { LetterKind, LetterReason, LetterState } from '../../taxonomy/event.vocabulary';

/** One letter to one guest of a session at one address. */
@Entity('session_letters')
export class LetterEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'session_id' })
  sessionId!: string;

  @Column('uuid', { name: 'guest_id' })
  guestId!: string;

  @Column('text')
  kind!: LetterKind;

  @Column('text')
  locale!: Locale;

  /** The day it names, 'YYYY-MM-DD': when the day moves, another letter may follow. */
  @Column('date', { name: 'held_on' })
  heldOn!: string;

  /** A keyed digest of the address, which itself is read at sending. Null: of somebody who was erased. */
  @Column('bytea', { name: 'address_index', nullable: true })
  addressIndex!: Buffer | null;

  @Column('text')
  state!: Exclude<LetterState, 'ready'>;

  /** Why it was withheld. */
  @Column('text', { nullable: true })
  reason!: LetterReason | null;

  /** Null: by the clock. */
  @Column('uuid', { name: 'asked_by', nullable: true })
  askedBy!: string | null;

  @Column('timestamptz', { name: 'asked_at' })
  askedAt!: Date;

  @Column('timestamptz', { name: 'settled_at', nullable: true })
  settledAt!: Date | null;
}
