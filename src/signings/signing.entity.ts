import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Region } from '../taxonomy/organisation.vocabulary';
import type {
  AmountKind,
  ConfirmationState,
  SigningForm,
  SigningKind,
  SigningSource,
} from '../taxonomy/signing.vocabulary';
import type { PaperLevel } from './paper-level';

/** Amounts as the parties wrote them, in whole 元. */
export type Amounts = Partial<Record<AmountKind, number>>;

@Entity('signings')
export class SigningEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** What people call it by: 签-2022-0001. */
  @Column('text')
  code!: string;

  @Column('text')
  kind!: SigningKind;

  @Column('text', { nullable: true })
  form!: SigningForm | null;

  @Column('text')
  title!: string;

  /** null: signed without a match. */
  @Column('uuid', { name: 'match_id', nullable: true })
  matchId!: string | null;

  @Column('uuid', { name: 'need_id', nullable: true })
  needId!: string | null;

  @Column('uuid', { name: 'project_id', nullable: true })
  projectId!: string | null;

  @Column('uuid', { name: 'talent_id', nullable: true })
  talentId!: string | null;

  /** 甲方: who receives. */
  @Column('uuid', { name: 'party_a_organisation_id', nullable: true })
  partyAOrganisationId!: string | null;

  /** 乙方: who comes. */
  @Column('uuid', { name: 'party_b_organisation_id', nullable: true })
  partyBOrganisationId!: string | null;

  @Column('uuid', { name: 'park_id' })
  parkId!: string;

  @Column('uuid', { name: 'activity_id', nullable: true })
  activityId!: string | null;

  @Column('text', { name: 'region_of_origin', nullable: true })
  regionOfOrigin!: Region | null;

  /** Signed at the activity itself. */
  @Column('boolean', { name: 'on_site' })
  onSite!: boolean;

  @Column('text')
  source!: SigningSource;

  @Column('date', { name: 'contract_on', nullable: true })
  contractOn!: string | null;

  @Column('date', { name: 'ceremony_on', nullable: true })
  ceremonyOn!: string | null;

  /** What the agreement itself proves, by its papers; null: nothing yet. */
  @Column('text', { nullable: true })
  level!: PaperLevel | null;

  @Column('jsonb')
  amounts!: Amounts;

  @Column('text')
  state!: ConfirmationState;

  @Column('uuid', { name: 'checked_by', nullable: true })
  checkedBy!: string | null;

  @Column('timestamptz', { name: 'checked_at', nullable: true })
  checkedAt!: Date | null;

  @Column('uuid', { name: 'confirmed_by', nullable: true })
  confirmedBy!: string | null;

  @Column('timestamptz', { name: 'confirmed_at', nullable: true })
  confirmedAt!: Date | null;

  @Column('timestamptz', { name: 'voided_at', nullable: true })
  voidedAt!: Date | null;

  @Column('text', { name: 'void_reason', nullable: true })
  voidReason!: string | null;

  /** Why the pair was matched, as it was when the signing was confirmed. */
  @Column('jsonb', { nullable: true })
  explanation!: object | null;

  @Column('int')
  version!: number;

  @Column('uuid', { name: 'recorded_by', nullable: true })
  recordedBy!: string | null;

  @Column('text', { name: 'sample_set', nullable: true })
  sampleSet!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
