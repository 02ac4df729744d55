import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A frozen model; `body` is what engine/model-codec reads. */
@Entity('match_models')
export class ModelEntity {
  @PrimaryColumn('int')
  version!: number;

  @Column('int')
  pipeline!: number;

  @Column('bytea')
  body!: Buffer;

  /** Records behind its term statistics. */
  @Column('int')
  records!: number;

  @Column('text')
  state!: 'candidate' | 'current' | 'retired';

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('timestamptz', { name: 'promoted_at', nullable: true })
  promotedAt!: Date | null;
}
