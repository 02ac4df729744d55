import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { MatchedKind } from '../../queues/job-catalogue';

/** A record as the engine sees it, made once when the record changes. */
@Entity('match_features')
export class FeatureEntity {
  @PrimaryColumn('text')
  kind!: MatchedKind;

  @PrimaryColumn('uuid', { name: 'record_id' })
  recordId!: string;

  @Column('int', { name: 'record_version' })
  recordVersion!: number;

  @Column('int')
  pipeline!: number;

  /** null: the record may no longer be matched. */
  @Column('bytea', { nullable: true })
  features!: Buffer | null;

  /** Whose vector the features carry; null: none. */
  @Column('text', { name: 'embedding_model', nullable: true })
  embeddingModel!: string | null;

  /** SHA-256 of the text behind the vector. */
  @Column('bytea', { name: 'text_hash', nullable: true })
  textHash!: Buffer | null;

  @Column('timestamptz', { name: 'updated_at' })
  updatedAt!: Date;
}
