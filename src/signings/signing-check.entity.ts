import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../common/actor';
import type { DocumentKind } from '../taxonomy/document.vocabulary';
import type { ConfirmationState } from '../taxonomy/signing.vocabulary';

/** What was done to a signing, in the words of signing_checks.action. */
export type SigningAct =
  | 'record'
  | 'edit'
  | 'add-paper'
  | 'remove-paper'
  | 'pass'
  | 'return'
  | 'refuse'
  | 'resubmit'
  | 'confirm'
  | 'revoke'
  | 'void'
  | 'milestone'
  | 'withdraw-milestone';

/** One act on a signing, kept for good. */
@Entity('signing_checks')
export class SigningCheckEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'signing_id' })
  signingId!: string;

  @Column('text')
  action!: SigningAct;

  /** The state after the act. */
  @Column('text')
  state!: ConfirmationState;

  /** The signing's version after the act. */
  @Column('int')
  version!: number;

  /** The papers ticked as missing. */
  @Column('text', { array: true })
  missing!: DocumentKind[];

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('uuid', { name: 'acted_by', nullable: true })
  actedBy!: string | null;

  @Column('text', { name: 'acted_as' })
  actedAs!: Role;

  @Column('timestamptz', { name: 'acted_at' })
  actedAt!: Date;

  @Column('text', { name: 'sample_set', nullable: true })
  sampleSet!: string | null;
}
