import { Column, PrimaryColumn } from 'typeorm';
import type { CloseReason, Confidentiality, NeedStatus, Visibility } from '../taxonomy/need.vocabulary';
import type { Criterion } from '../taxonomy/match.vocabulary';

/** A tag found in the text by the engine; it helps matching and never decides a count. */
export interface SuggestedTag {
  code: string;
  /** 0 to 1. */
  confidence: number;
}

/** The columns that needs, projects and talents share. */
export abstract class RecordEntity {
  @PrimaryColumn('uuid')
  id!: string;

  /** What people call it by: 需-2022-0137. */
  @Column('text')
  code!: string;

  @Column('text')
  status!: NeedStatus;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId!: string | null;

  /** null: of no park, kept by the platform. */
  @Column('uuid', { name: 'park_id', nullable: true })
  parkId!: string | null;

  @Column('uuid', { name: 'owner_user_id', nullable: true })
  ownerUserId!: string | null;

  @Column('text')
  visibility!: Visibility;

  @Column('text')
  confidentiality!: Confidentiality;

  @Column('text')
  title!: string;

  @Column('text')
  text!: string;

  /** Pinyin initials of the title; the repository writes them, only searches read them. */
  @Column('text', { select: false })
  readonly initials?: string;

  /** What may be read instead of title and text where those may not. */
  @Column('text', { name: 'public_summary', nullable: true })
  publicSummary!: string | null;

  /** Stated by a person. */
  @Column('text', { array: true })
  tags!: string[];

  @Column('jsonb', { name: 'suggested_tags' })
  suggestedTags!: SuggestedTag[];

  /** The criteria that are required; all others are wishes. */
  @Column('text', { array: true })
  must!: Criterion[];

  @Column('timestamptz', { name: 'published_at', nullable: true })
  publishedAt!: Date | null;

  /** The last day it is matched, 'YYYY-MM-DD'. */
  @Column('date', { name: 'expires_on', nullable: true })
  expiresOn!: string | null;

  @Column('text', { name: 'close_reason', nullable: true })
  closeReason!: CloseReason | null;

  /** When it was put before the park. */
  @Column('timestamptz', { name: 'submitted_at', nullable: true })
  submittedAt!: Date | null;

  /** The last day for the park to answer, 'YYYY-MM-DD'. */
  @Column('date', { name: 'answer_due_on', nullable: true })
  answerDueOn!: string | null;

  @Column('timestamptz', { name: 'accepted_at', nullable: true })
  acceptedAt!: Date | null;

  /** Who of the park looks it through. */
  @Column('uuid', { name: 'handler_user_id', nullable: true })
  handlerUserId!: string | null;

  /** What the park asked to be completed, or why it declined. */
  @Column('text', { name: 'return_reason', nullable: true })
  returnReason!: string | null;

  @Column('int')
  version!: number;

  /** The version that last changed what is matched; a move raises only `version`. */
  @Column('int', { name: 'content_version' })
  contentVersion!: number;

  @Column('text', { nullable: true })
  source!: string | null;

  @Column('text', { name: 'source_ref', nullable: true })
  sourceRef!: string | null;

  @Column('text', { name: 'sample_set', nullable: true })
  sampleSet!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt!: Date | null;

  @Column('timestamptz', { name: 'archived_at', nullable: true })
  archivedAt!: Date | null;

  /** The record that stays where this one turned out to be entered twice. */
  @Column('uuid', { name: 'merged_into', nullable: true })
  mergedInto!: string | null;

  /** What only its kind has, as the kind's schema describes it. */
  abstract details: object;
}
