import { Column, PrimaryColumn } from 'typeorm';
import type { Role } from '../common/actor';

/** A record as it was after one change; written once, never changed. */
export abstract class RecordVersionEntity {
  @PrimaryColumn('uuid', { name: 'record_id' })
  recordId!: string;

  @PrimaryColumn('int')
  version!: number;

  /** What led to this version: a move of the life cycle, or create, edit, import. */
  @Column('text')
  action!: string;

  @Column('jsonb')
  snapshot!: object;

  @Column('uuid', { name: 'actor_user_id', nullable: true })
  actorUserId!: string | null;

  @Column('text', { name: 'actor_role' })
  actorRole!: Role;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;
}
