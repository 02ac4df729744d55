import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PairKind } from '../../taxonomy/match.vocabulary';

/** "Tell me when something of 80 points or more arrives for this need." */
@Entity('match_alerts')
export class AlertEntity {
  @PrimaryColumn('uuid')
  id!: string;

  @Column('uuid', { name: 'user_id' })
  userId!: string;

  @Column('text', { name: 'pair_kind' })
  pairKind!: PairKind;

  @Column('uuid', { name: 'demand_id' })
  demandId!: string;

  /** 0 to 100. */
  @Column('int', { name: 'min_score' })
  minScore!: number;

  /** Of the shortlist that was looked at last. */
  @Column('bigint')
  generation!: number;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
