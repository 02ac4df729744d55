import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Role } from '../../common/actor';

/** The roles of people; `worker` and `system` have no account. */
export type UserRole = Exclude<Role, 'worker' | 'system'>;

@Entity('users')
export class User {
  @PrimaryColumn('uuid')
  id!: string;

  /** The name to sign in with, in lower case. */
  @Column('text')
  login!: string;

  @Column('text')
  name!: string;

  @Column('text')
  role!: UserRole;

  @Column('uuid', { name: 'organisation_id', nullable: true })
  organisationId!: string | null;

  @Column('uuid', { name: 'person_id', nullable: true })
  personId!: string | null;

  /** Last day the account works; an auditor always has one. */
  @Column('date', { name: 'expires_on', nullable: true })
  expiresOn!: string | null;

  @Column('timestamptz', { name: 'disabled_at', nullable: true })
  disabledAt!: Date | null;

  @Column('timestamptz', { name: 'created_at' })
  createdAt!: Date;

  @Column('int')
  version!: number;

  @Column('text', { name: 'sample_set', nullable: true })
  sampleSet!: string | null;
}
