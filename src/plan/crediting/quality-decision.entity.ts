import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { QualityWord } from '../../taxonomy/plan.vocabulary';

/** What a person decided about a word nobody has defined; the latest of a signing and word holds. */
@Entity('quality_decisions')
export class QualityDecisionEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'signing_id' })
  signingId!: string;

  @Column('text')
  word!: QualityWord;

  @Column('boolean')
  applies!: boolean;

  @Column('text')
  reason!: string;

  /** The paper, list or meeting it rests on. */
  @Column('text')
  basis!: string;

  @Column('uuid', { name: 'decided_by', nullable: true })
  decidedBy!: string | null;

  @Column('timestamptz', { name: 'decided_at' })
  decidedAt!: Date;

  @Column('text', { name: 'sample_set', nullable: true })
  sampleSet!: string | null;
}
