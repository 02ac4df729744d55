import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DeclineReason } from '../../taxonomy/reason.vocabulary';
import type { AnonymousView, Answer, Released } from './share.schema';

/** What of a match was sent to the enterprise, and its answer. The enterprise knows the share, never the match or the record behind it. */
@Entity('match_shares')
export class ShareEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'match_id' })
  matchId!: string;

  @Column('uuid', { name: 'organisation_id' })
  organisationId!: string;

  /** The organisation's own record that the match answers. */
  @Column('uuid', { name: 'demand_id' })
  demandId!: string;

  @Column('uuid', { name: 'supply_id' })
  supplyId!: string;

  /** The park that recommends. */
  @Column('uuid', { name: 'park_id', nullable: true })
  parkId!: string | null;

  /** The anonymous fields as they were when shared. */
  @Column('jsonb')
  view!: AnonymousView;

  /** What has been released since. */
  @Column('jsonb')
  released!: Released;

  @Column('text', { name: 'redacted_summary', nullable: true })
  redactedSummary!: string | null;

  @Column('uuid', { name: 'shared_by', nullable: true })
  sharedBy!: string | null;

  @Column('timestamptz', { name: 'shared_at' })
  sharedAt!: Date;

  @Column('timestamptz', { name: 'released_at', nullable: true })
  releasedAt!: Date | null;

  @Column('timestamptz', { name: 'withdrawn_at', nullable: true })
  withdrawnAt!: Date | null;

  @Column('text', { nullable: true })
  answer!: Answer | null;

  @Column('text', { name: 'answer_reason', nullable: true })
  answerReason!: DeclineReason | null;

  @Column('text', { name: 'answer_note', nullable: true })
  answerNote!: string | null;

  @Column('timestamptz', { name: 'answered_at', nullable: true })
  answeredAt!: Date | null;

  @Column('text', { name: 'sample_set', nullable: true })
  sampleSet!: string | null;
}
